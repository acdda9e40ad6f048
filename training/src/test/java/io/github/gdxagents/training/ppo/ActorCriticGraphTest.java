package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.ForwardPass;
import io.github.gdxagents.training.rollout.ActorCritic;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class ActorCriticGraphTest {
    private static final int ROWS = 32;

    @Test
    void theGraphAgreesWithPlainJavaOnRandomNetworksAndObservations() {
        for (long seed = 0; seed < 60; seed++) {
            RandomStream random = RandomStream.of(seed);
            ActorCritic networks = RandomBehaviors.networks(RandomBehaviors.behavior(random), random);
            int size = networks.behavior().observation().size();
            int outputSize = networks.behavior().action().outputSize();
            float[][] observations = new float[ROWS][];
            float[] flat = new float[ROWS * size];
            for (int i = 0; i < ROWS; i++) {
                observations[i] = RandomBehaviors.gaussians(size, 2, random);
                System.arraycopy(observations[i], 0, flat, i * size, size);
            }
            float[][] expected = new ForwardPass(networks.actor(), ROWS).run(observations, ROWS);
            float[][] expectedValues = new ForwardPass(networks.critic(), ROWS).run(observations, ROWS);
            try (GraphValues values = new GraphValues()) {
                ActorCriticGraph graph = new ActorCriticGraph(
                        values.tf, networks, values.constant(networks.parameters(), networks.parameterCount()));
                Operand<TFloat32> input = values.constant(flat, ROWS, size);
                float[] outputs = values.of(graph.outputs(input));
                float[] critic = values.of(graph.values(input));
                assertThat(outputs).hasSize(ROWS * outputSize);
                assertThat(critic).hasSize(ROWS);
                for (int k = 0; k < outputs.length; k++) {
                    assertClose(outputs[k], expected[k / outputSize][k % outputSize], seed);
                }
                for (int i = 0; i < ROWS; i++) {
                    assertClose(critic[i], expectedValues[i][0], seed);
                }
                if (networks.logStandardDeviation().length == 0) {
                    assertThat(graph.logStandardDeviation()).isNull();
                } else {
                    assertThat(values.of(graph.logStandardDeviation()))
                            .containsExactly(networks.logStandardDeviation());
                }
            }
        }
    }

    private static void assertClose(float actual, float expected, long seed) {
        assertThat(actual).as("seed %d", seed).isCloseTo(expected, within(1e-5f * Math.max(1, Math.abs(expected))));
    }
}
