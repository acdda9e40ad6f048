package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks with memory: 5 observations, 6 hidden units, 4 of memory. {@link OrthogonalInitializerTest} has those without. */
class InitializationTest {
    private static final int HIDDEN = 6;
    private static final int SIZE = 4;
    private static final double SQUARE_OF_HIDDEN_GAIN = 2;

    private static ActorCritic networks(Trunk trunk, MemoryKind kind) {
        ActorCritic networks = TestNetworks.of(
                RandomBehaviors.behavior(5, 2, 1, RandomStream.of(1)),
                new int[] {HIDDEN},
                Activation.TANH,
                trunk,
                new MemoryConfig(kind, SIZE, 8));
        Initialization.apply(networks, -0.5, RandomStream.of(3));
        return networks;
    }

    private static float[] parameters(Layer layer) {
        float[] parameters = new float[layer.parameterCount()];
        layer.getParameters(parameters, 0);
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(Trunk.class)
    void everyGateOfAGruIsOrthogonalAndHasNoBias(Trunk trunk) {
        ActorCritic networks = networks(trunk, MemoryKind.GRU);
        for (Layer memory : new Layer[] {
            networks.actor().layers().get(1), networks.critic().layers().get(1)
        }) {
            float[] parameters = parameters(memory);
            assertGates(parameters, 3);
            int weights = (HIDDEN + SIZE) * 3 * SIZE;
            assertThat(Arrays.copyOfRange(parameters, weights, parameters.length))
                    .hasSize(2 * 3 * SIZE)
                    .containsOnly(0);
        }
        assertDense(networks);
    }

    @ParameterizedTest
    @EnumSource(Trunk.class)
    void everyGateOfAnLstmIsOrthogonalAndOnlyForgetGatesHaveABias(Trunk trunk) {
        ActorCritic networks = networks(trunk, MemoryKind.LSTM);
        for (Layer memory : new Layer[] {
            networks.actor().layers().get(1), networks.critic().layers().get(1)
        }) {
            float[] parameters = parameters(memory);
            assertGates(parameters, 4);
            int weights = (HIDDEN + SIZE) * 4 * SIZE;
            // input, forget, candidate, output
            assertThat(Arrays.copyOfRange(parameters, weights, parameters.length))
                    .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        assertDense(networks);
    }

    /** Input weights {@code [HIDDEN][gates * SIZE]}, then recurrent ones {@code [SIZE][gates * SIZE]}. */
    private static void assertGates(float[] parameters, int gates) {
        int columns = gates * SIZE;
        for (int gate = 0; gate < gates; gate++) {
            assertOrthogonal(parameters, gate * SIZE, HIDDEN, columns, 1);
            assertOrthogonal(parameters, HIDDEN * columns + gate * SIZE, SIZE, columns, 1);
        }
        // gates are drawn apart
        assertThat(Arrays.copyOfRange(parameters, 0, SIZE))
                .isNotEqualTo(Arrays.copyOfRange(parameters, SIZE, 2 * SIZE));
    }

    /** The columns of a gate, SIZE of them and no fewer rows, are orthogonal vectors of the same length. */
    private static void assertOrthogonal(float[] flat, int offset, int rows, int columns, double square) {
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < SIZE; b++) {
                double product = 0;
                for (int i = 0; i < rows; i++) {
                    product += (double) flat[offset + i * columns + a] * flat[offset + i * columns + b];
                }
                assertThat(product).isCloseTo(a == b ? square : 0, within(1e-6));
            }
        }
    }

    /** Before a memory the hidden gain, after it those of the heads: squares sum up to gain² for each vector of the shorter side. */
    private static void assertDense(ActorCritic networks) {
        assertThat(squares(networks.actor().layers().get(0), 5)).isCloseTo(SQUARE_OF_HIDDEN_GAIN * 5, within(1e-5));
        assertThat(squares(networks.critic().layers().get(0), 5)).isCloseTo(SQUARE_OF_HIDDEN_GAIN * 5, within(1e-5));
        assertThat(squares(networks.actor().layers().get(2), SIZE)).isCloseTo(1e-4 * SIZE, within(1e-9));
        assertThat(squares(networks.critic().layers().get(2), SIZE)).isCloseTo(1, within(1e-6));
        assertThat(networks.logStandardDeviation()).containsExactly(-0.5f, -0.5f);
    }

    private static double squares(Layer layer, int inputs) {
        float[] parameters = parameters(layer);
        double squares = 0;
        for (int i = 0; i < inputs * layer.outputs(); i++) {
            squares += (double) parameters[i] * parameters[i];
        }
        for (int i = inputs * layer.outputs(); i < parameters.length; i++) {
            assertThat(parameters[i]).as("bias").isZero();
        }
        return squares;
    }
}
