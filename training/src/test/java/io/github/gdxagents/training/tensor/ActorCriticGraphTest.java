package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.ppo.LossRow;
import io.github.gdxagents.training.ppo.LossSequence;
import io.github.gdxagents.training.ppo.RandomBehaviors;
import io.github.gdxagents.training.ppo.ReferenceNetwork;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** TensorFlow and plain Java side by side, on random networks of all kinds. */
@Tag("slow")
class ActorCriticGraphTest {
    private static final int SEQUENCES = 8;

    private static ActorCritic networks(RandomStream random) {
        int[] hidden = new int[random.nextInt(4)];
        Arrays.setAll(hidden, i -> 1 + random.nextInt(70));
        Activation[] activations = {Activation.TANH, Activation.RELU, Activation.SILU};
        MemoryKind kind = MemoryKind.values()[random.nextInt(3)];
        BehaviorSpec plain = RandomBehaviors.behavior(random);
        return RandomBehaviors.randomize(
                new ActorCritic(
                        random.nextInt(2) == 0 ? plain : RandomBehaviors.withGroups(plain, random),
                        TestNetworks.config(
                                TestNetworks.ENCODERS.get(random.nextInt(TestNetworks.ENCODERS.size())),
                                hidden,
                                activations[random.nextInt(3)],
                                Trunk.values()[random.nextInt(2)],
                                new MemoryConfig(kind, 1 + random.nextInt(40), 1 + random.nextInt(7)))),
                random);
    }

    @Test
    void theGraphAgreesWithPlainJavaOnRandomNetworksAndSequences() {
        for (long seed = 0; seed < 120; seed++) {
            RandomStream random = RandomStream.of(seed);
            ActorCritic networks = networks(random);
            Steps steps = new Steps(networks, random);
            float[][] expected = steps.run(networks.actor(), 0);
            float[][] expectedValues = steps.run(
                    networks.critic(),
                    networks.isShared() ? 0 : networks.actor().stateSize());
            try (GraphValues values = new GraphValues()) {
                ActorCriticGraph graph = new ActorCriticGraph(
                        values.tf, networks, values.constant(networks.parameters(), networks.parameterCount()), null);
                ActorCriticGraph.Result result = graph.run(steps.inGraph(values));
                assertClose(values.of(result.outputs().value()), flat(expected), seed);
                assertClose(values.of(result.values()), flat(expectedValues), seed);
                assertClose(values.of(graph.outputs(steps.inGraph(values)).value()), flat(expected), seed);
                if (networks.logStandardDeviation().length == 0) {
                    assertThat(graph.deviations()).isNull();
                } else {
                    assertThat(values.of(graph.deviations().value())).containsExactly(networks.logStandardDeviation());
                }
            }
        }
    }

    /** The derivative along a direction, forwards, against what central differences say in floats' precision. */
    @Test
    void tangentsAreTheDirectionalDerivative() {
        // None of these seeds meets the corner of a ReLU, where there is no derivative.
        for (long seed = 100; seed < 160; seed++) {
            RandomStream random = RandomStream.of(seed);
            ActorCritic networks = networks(random);
            Steps steps = new Steps(networks, random);
            float[] direction = RandomBehaviors.gaussians(networks.parameterCount(), 1, random);
            try (GraphValues values = new GraphValues()) {
                Operand<TFloat32> along = values.constant(direction, direction.length);
                ActorCriticGraph graph = new ActorCriticGraph(
                        values.tf, networks, values.constant(networks.parameters(), direction.length), along);
                float[] tangent = values.of(graph.outputs(steps.inGraph(values)).tangent());
                double[] expected = steps.derivative(networks, direction);
                double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                for (int k = 0; k < expected.length; k++) {
                    assertThat((double) tangent[k])
                            .as("seed %d", seed)
                            .isCloseTo(expected[k], within(2e-5 * Math.max(1, largest)));
                }
            }
        }
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    private static void assertClose(float[] actual, float[] expected, long seed) {
        assertThat(actual).hasSize(expected.length);
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k])
                    .as("seed %d", seed)
                    .isCloseTo(expected[k], within(1e-5f * Math.max(1, Math.abs(expected[k]))));
        }
    }

    /** Random sequences of observations, with episodes that begin anywhere. */
    private static final class Steps {
        final int length;
        final int memorySize;
        final float[][] observations;
        final float[] begins;
        final float[][] memories;

        Steps(ActorCritic networks, RandomStream random) {
            length = networks.sequences().length();
            memorySize = networks.memorySize();
            observations = new float[SEQUENCES * length][];
            begins = new float[observations.length];
            for (int i = 0; i < observations.length; i++) {
                observations[i] = RandomBehaviors.gaussians(networks.actor().inputSize(), 2, random);
                begins[i] = random.nextInt(3) == 0 ? 1 : 0;
            }
            memories = new float[SEQUENCES][];
            for (int s = 0; s < SEQUENCES; s++) {
                memories[s] = RandomBehaviors.gaussians(memorySize, begins[s * length] == 1 ? 0 : 0.7, random);
            }
        }

        ActorCriticGraph.Steps inGraph(GraphValues values) {
            return new ActorCriticGraph.Steps(
                    values.constant(flat(observations), observations.length, observations[0].length),
                    memorySize == 0 ? null : values.constant(flat(memories), SEQUENCES, memorySize),
                    values.constant(begins, begins.length, 1));
        }

        float[][] run(Network network, int memoryOffset) {
            ForwardPass pass = new ForwardPass(network, 1);
            float[][] results = new float[observations.length][];
            for (int s = 0; s < SEQUENCES; s++) {
                float[] state = Arrays.copyOfRange(memories[s], memoryOffset, memoryOffset + network.stateSize());
                for (int t = 0; t < length; t++) {
                    int step = s * length + t;
                    if (begins[step] == 1) {
                        Arrays.fill(state, 0);
                    }
                    results[step] = pass.run(new float[][] {observations[step]}, new float[][] {state}, 1)[0].clone();
                }
            }
            return results;
        }

        double[] derivative(ActorCritic networks, float[] direction) {
            double step = 1e-6;
            double[] above = outputs(networks, direction, step);
            double[] below = outputs(networks, direction, -step);
            for (int k = 0; k < above.length; k++) {
                above[k] = (above[k] - below[k]) / (2 * step);
            }
            return above;
        }

        private double[] outputs(ActorCritic networks, float[] direction, double step) {
            double[] parameters = ReferenceNetwork.doubles(networks.parameters());
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] += step * direction[i];
            }
            ReferenceNetwork reference = new ReferenceNetwork(networks, parameters);
            int size = networks.actor().outputSize();
            double[] outputs = new double[observations.length * size];
            for (int s = 0; s < SEQUENCES; s++) {
                LossRow[] rows = new LossRow[length];
                for (int t = 0; t < length; t++) {
                    int k = s * length + t;
                    rows[t] = new LossRow(
                            observations[k], null, null, null, null, null, null, begins[k] == 1, 0, 0, 0, 0, 0);
                }
                LossSequence sequence = new LossSequence(Arrays.asList(rows), memories[s]);
                for (int t = 0; t < length; t++) {
                    System.arraycopy(
                            reference.run(sequence).get(t).outputs(), 0, outputs, (s * length + t) * size, size);
                }
            }
            return outputs;
        }
    }
}
