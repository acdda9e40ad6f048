package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks and random samples of a made-up game, the same wherever they are made, to compare devices by.
 *
 * <p>The policy that collected had mean 0 in all continuous actions and all choices equally likely: nearly that of new networks, so that
 * ratios begin near 1 and no gradient is clipped away.
 *
 * <p>Thread safety: none.
 */
final class LearningProblem {
    private static final double LOG_DEVIATION = -0.5;
    private static final Objective OBJECTIVE = new ClipObjective();

    private final ActorCritic networks;
    private final Samples samples;

    /**
     * Makes one with every kind of action.
     *
     * @param width of two hidden layers, each of policy and value function
     * @param count of the samples
     */
    LearningProblem(int width, int count) {
        this(ProblemShape.mixed(width), count);
    }

    /**
     * Makes one.
     *
     * @param shape of the networks
     * @param count of the samples
     */
    LearningProblem(ProblemShape shape, int count) {
        MemoryConfig none = new MemoryConfig(MemoryKind.NONE, 1, 1);
        List<Integer> hidden = List.of(shape.width(), shape.width());
        networks = new ActorCritic(
                shape.behavior(),
                new NetworkConfig(hidden, shape.activation(), Trunk.SEPARATE, none, List.of(), LOG_DEVIATION));
        Initialization.apply(networks, LOG_DEVIATION, RandomStream.of(1, shape.width()));
        SampleLayout layout = SampleLayout.of(networks, false);
        samples = new Samples(layout, matrix(layout.width(), count), new float[0], new int[count]);
    }

    private float[] matrix(int width, int count) {
        RandomStream random = RandomStream.of(2);
        float[] matrix = new float[Math.multiplyExact(width, count)];
        for (int i = 0; i < count; i++) {
            int end = put(matrix, i * width, networks.behavior(), random);
            if (end != (i + 1) * width) {
                throw new IllegalStateException("a sample has " + (end - i * width) + " columns instead of " + width);
            }
        }
        return matrix;
    }

    /** Fills the columns in the order of {@link SampleLayout}; gives where the next sample begins. */
    private static int put(float[] matrix, int start, BehaviorSpec behavior, RandomStream random) {
        ActionSpec action = behavior.action();
        int choices = action.branchSize(0);
        int column = start;
        for (int k = 0; k < behavior.observation().size(); k++) {
            matrix[column++] = random.nextGaussian();
        }
        double logProbability = -Math.log(choices);
        for (int k = 0; k < action.continuousSize(); k++) {
            double deviate = random.nextGaussian();
            matrix[column++] = (float) (deviate * Math.exp(LOG_DEVIATION));
            logProbability -= 0.5 * deviate * deviate + LOG_DEVIATION + 0.5 * Math.log(2 * Math.PI);
        }
        matrix[column++] = random.nextInt(choices);
        for (int k = 0; k < action.choiceCount(); k++) {
            matrix[column++] = 1; // allowed
        }
        column += action.outputSize(); // of the old policy: 0
        for (int k = 0; k < action.continuousSize(); k++) {
            matrix[column++] = (float) LOG_DEVIATION;
        }
        float value = random.nextGaussian();
        float advantage = random.nextGaussian();
        matrix[column++] = (float) logProbability;
        matrix[column++] = value;
        matrix[column++] = advantage;
        matrix[column++] = value + advantage;
        return column;
    }

    Samples samples() {
        return samples;
    }

    /** A learner of the networks that knows the samples. */
    Learner learner(Computing computing) {
        LearnerSettings settings =
                new LearnerSettings(OBJECTIVE, options(), Aggregation.STEP, true, 0, null, 0.5, 0, true, 0.5, 1e-5);
        Learner learner = new Learner(networks, settings, computing);
        try {
            learner.upload(samples);
        } catch (RuntimeException | Error failure) { // a device without memory, for example
            try (learner) {
                throw failure;
            }
        }
        return learner;
    }

    /** The settings of every update: usual ones. */
    UpdateSettings update() {
        return new UpdateSettings(3e-4, 0.2, 0.2, 0.005, 0, Double.NaN, options());
    }

    private static Map<String, Double> options() {
        Map<String, Double> options = new LinkedHashMap<>();
        for (ObjectiveOption option : OBJECTIVE.options()) {
            options.put(option.name(), option.defaultValue());
        }
        return options;
    }
}
