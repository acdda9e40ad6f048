package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Networks and a random rollout of a made-up game, the same wherever they are made, to compare devices by and to time.
 *
 * <p>The policy that collected had mean 0 in all continuous actions and all choices equally likely: nearly that of new networks, so that
 * ratios begin near 1 and no gradient is clipped away.
 */
final class SyntheticProblem {
    private static final int CHOICES = 4;

    private final TrainingConfig config;
    private final ActorCritic networks;
    private final Samples samples;

    private SyntheticProblem(int observations, int continuous, String activation, int width, int count) {
        ConfigLoader loader = ConfigLoader.forGame("synthetic", SimulationSettings.none());
        for (String setting : new String[] {
            "network.hidden=[" + width + ", " + width + "]",
            "network.activation=" + activation,
            "network.initialLogStandardDeviation=-0.5",
            "normalization.advantages=minibatch",
            "ppo.objective=clip",
            "ppo.learningRate=3e-4",
            "ppo.entropyCoefficient=0.005",
            "ppo.maxGradientNorm=0.5"
        }) {
            loader.set(setting, "synthetic problem");
        }
        config = loader.load();
        networks = new ActorCritic(behavior(observations, continuous), config.network());
        double logDeviation = config.network().initialLogStandardDeviation();
        Initialization.apply(networks, logDeviation, RandomStream.of(1, width));
        MinibatchLayout layout = MinibatchLayout.of(networks, false);
        samples = Samples.of(
                layout,
                new MinibatchLayout.Source(
                        rollout(count, logDeviation),
                        ObservationNormalizer.identity(observations),
                        networks.logStandardDeviation(),
                        null,
                        Samples.AdvantageScale.NONE),
                null);
    }

    /**
     * Makes one with every kind of action.
     *
     * @param width of two hidden layers, each of policy and value function
     * @param count of the samples
     */
    static SyntheticProblem mixed(int width, int count) {
        return new SyntheticProblem(16, 2, "tanh", width, count);
    }

    /** As the bundled lander has it: 8 observations, one branch of four choices, relu layers. */
    static SyntheticProblem lander(int width, int count) {
        return new SyntheticProblem(8, 0, "relu", width, count);
    }

    private static BehaviorSpec behavior(int observations, int continuous) {
        ActionSpec.Builder action = ActionSpec.builder();
        for (int k = 0; k < continuous; k++) {
            action.continuous("action" + k);
        }
        String[] names = IntStream.range(0, CHOICES).mapToObj(c -> "choice" + c).toArray(String[]::new);
        return BehaviorSpec.builder("synthetic")
                .observation(ObservationSpec.builder().add("x", observations).build())
                .action(action.branch("branch", names).build())
                .build();
    }

    /** One slot's decisions. */
    private Rollout rollout(int count, double logDeviation) {
        RandomStream random = RandomStream.of(2);
        Rollout rollout = new Rollout(networks.behavior(), count, 1, networks.sequences());
        rollout.lengths[0] = count;
        Arrays.fill(rollout.statuses, StepStatus.RUNNING);
        Arrays.fill(rollout.allowed, true);
        int observations = networks.behavior().observation().size();
        int continuous = networks.behavior().action().continuousSize();
        for (int t = 0; t < count; t++) {
            for (int k = 0; k < observations; k++) {
                rollout.observations[t * observations + k] = random.nextGaussian();
            }
            double logProbability = -Math.log(CHOICES);
            for (int k = 0; k < continuous; k++) {
                double deviate = random.nextGaussian();
                rollout.continuous[t * continuous + k] = (float) (deviate * Math.exp(logDeviation));
                logProbability -= 0.5 * deviate * deviate + logDeviation + 0.5 * Math.log(2 * Math.PI);
            }
            rollout.choices[t] = random.nextInt(CHOICES);
            rollout.logProbabilities[t] = (float) logProbability;
            rollout.values[t] = random.nextGaussian();
            rollout.advantages[t] = random.nextGaussian();
            rollout.returns[t] = rollout.values[t] + rollout.advantages[t];
        }
        return rollout;
    }

    Samples samples() {
        return samples;
    }

    /** The coefficients of every update: usual ones. */
    Coefficients coefficients() {
        return Coefficients.at(config.ppo(), 0);
    }

    /** A learner of the networks that knows the samples. */
    Learner learner(LearningDevice device, int threads, int shards) {
        LearnerSettings settings = LearnerSettings.of(
                config, Objective.named(config.ppo().objective().name()), null);
        Learner learner = new Learner(networks, settings, device, threads, shards);
        try {
            learner.upload(samples);
        } catch (RuntimeException | Error failure) { // a device without memory, for example
            try (learner) {
                throw failure;
            }
        }
        return learner;
    }
}
