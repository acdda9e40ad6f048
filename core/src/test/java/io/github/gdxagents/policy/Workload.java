package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;
import java.util.Arrays;

/** What the benchmarks decide about: policies of the size that the bundled games train, with weights like those of trained ones. */
public final class Workload {
    /** Values of an observation: those of the lander. */
    public static final int OBSERVED = 8;

    private static final int HIDDEN = 64;

    private Workload() {}

    /** The actions of the lander: one branch of four choices, or two continuous values. */
    private static ActionSpec action(String kind) {
        switch (kind) {
            case "discrete":
                return Fixtures.DISCRETE;
            case "continuous":
                return Fixtures.CONTINUOUS;
            default:
                throw new IllegalArgumentException("no actions '" + kind + "'; there are 'discrete' and 'continuous'");
        }
    }

    /** What an agent observes and does; a decision is due at every step. */
    public static BehaviorSpec behavior(String actions) {
        return BehaviorSpec.builder("agent")
                .observation(ObservationSpec.builder().add("sense", OBSERVED).build())
                .action(action(actions))
                .build();
    }

    public static PolicyModel model(String actions) {
        BehaviorSpec behavior = behavior(actions);
        ActionSpec action = behavior.action();
        RandomStream random = RandomStream.of(2026, 5);
        Network network = Network.zeros(OBSERVED, new int[] {HIDDEN, HIDDEN}, Activation.TANH, action.outputSize());
        Fixtures.randomize(network, random);
        double[] variance = new double[OBSERVED];
        Arrays.fill(variance, 0.7);
        return PolicyModel.builder(behavior, network)
                .normalizer(ObservationNormalizer.of(new double[OBSERVED], variance))
                .logStandardDeviation(new float[action.continuousSize()])
                .goldenSamples(8, random)
                .build();
    }

    /** {@code [count][size]}, normally distributed. */
    public static float[][] rows(int count, int size, RandomStream random) {
        float[][] rows = new float[count][size];
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return rows;
    }
}
