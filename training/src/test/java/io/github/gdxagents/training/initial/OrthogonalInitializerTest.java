package io.github.gdxagents.training.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.ppo.RandomBehaviors;
import io.github.gdxagents.training.rollout.TestNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalInitializerTest {
    /** The Gram matrix of the shorter side is gain² times the identity. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8, 64, 1.4142", "64, 64, 1.4142", "64, 4, 0.01", "7, 3, 2", "3, 7, 2", "129, 65, 1"})
    void theShorterSideIsOrthogonal(int rows, int columns, double gain) {
        float[] flat = new float[5 + rows * columns];
        OrthogonalInitializer.fill(flat, 5, rows, columns, gain, RandomStream.of(rows, columns));
        boolean wide = columns >= rows;
        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += wide
                            ? (double) flat[5 + a * columns + k] * flat[5 + b * columns + k]
                            : (double) flat[5 + k * columns + a] * flat[5 + k * columns + b];
                }
                assertThat(product).isCloseTo(a == b ? gain * gain : 0, within(1e-6 * gain * gain));
            }
        }
        assertThat(flat).startsWith(0, 0, 0, 0, 0);
    }

    @Test
    void directionsAreRandomAndRepeatable() {
        float[] first = new float[12];
        float[] second = new float[12];
        float[] other = new float[12];
        OrthogonalInitializer.fill(first, 0, 3, 4, 1, RandomStream.of(1));
        OrthogonalInitializer.fill(second, 0, 3, 4, 1, RandomStream.of(1));
        OrthogonalInitializer.fill(other, 0, 3, 4, 1, RandomStream.of(2));
        assertThat(second).containsExactly(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void networksBeginWithZeroBiasesAndTheGainOfEachLayer() {
        ActorCritic networks = TestNetworks.feedForward(
                RandomBehaviors.behavior(5, 2, 1, RandomStream.of(1)), new int[] {16, 8}, Activation.TANH);
        Initialization.apply(networks, -0.5, RandomStream.of(3));
        assertThat(networks.logStandardDeviation()).containsExactly(-0.5f, -0.5f);
        double[] hidden = {Math.sqrt(2), Math.sqrt(2)};
        assertGains(networks.actor().layers(), hidden, 0.01);
        assertGains(networks.critic().layers(), hidden, 1);
    }

    private static void assertGains(java.util.List<Layer> layers, double[] hidden, double head) {
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = (DenseLayer) layers.get(i);
            double squares = 0;
            for (int out = 0; out < layer.outputs(); out++) {
                assertThat(layer.bias(out)).isZero();
                for (int in = 0; in < layer.inputs(); in++) {
                    squares += layer.weight(in, out) * layer.weight(in, out);
                }
            }
            double gain = i < hidden.length ? hidden[i] : head;
            // as many orthogonal vectors of length gain as the shorter side has
            double expected = gain * gain * Math.min(layer.inputs(), layer.outputs());
            assertThat(squares).isCloseTo(expected, within(1e-5 * expected));
        }
    }
}
