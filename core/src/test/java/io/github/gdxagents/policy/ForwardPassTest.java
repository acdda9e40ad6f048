package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private static double[] naive(Network network, float[] input) {
        double[] values = new double[input.length];
        Arrays.setAll(values, i -> input[i]);
        for (Layer each : network.layers()) {
            DenseLayer layer = (DenseLayer) each;
            double[] next = new double[layer.outputs()];
            for (int o = 0; o < next.length; o++) {
                next[o] = layer.bias(o);
                for (int i = 0; i < values.length; i++) {
                    next[o] += values[i] * layer.weight(i, o);
                }
                switch (layer.activation()) {
                    case TANH -> next[o] = Math.tanh(next[o]);
                    case RELU -> next[o] = Math.max(0, next[o]);
                    case SILU -> next[o] = next[o] / (1 + Math.exp(-next[o]));
                    case IDENTITY -> {}
                }
            }
            values = next;
        }
        return values;
    }

    private static Network randomNetwork(RandomStream random) {
        int[] hidden = new int[random.nextInt(4)];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = 1 + random.nextInt(80);
        }
        Activation activation = Activation.values()[random.nextInt(4)];
        Network network = Network.zeros(1 + random.nextInt(80), hidden, activation, 1 + random.nextInt(80));
        Fixtures.randomize(network, random);
        return network;
    }

    private static float[][] randomRows(RandomStream random, int rows, int size) {
        float[][] batch = new float[rows][size];
        for (float[] row : batch) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return batch;
    }

    @Test
    void handWorkedNetworkGivesItsValues() {
        // hidden: relu(1*1 + 2*3 - 8, 1*2 + 2*-1 + 1) = (0, 1); output: 5*0 - 4*1 + 0.5 = -3.5
        Network network = new Network(Arrays.asList(
                new DenseLayer(new float[][] {{1, 2}, {3, -1}}, new float[] {-8, 1}, Activation.RELU),
                new DenseLayer(new float[][] {{5}, {-4}}, new float[] {0.5f}, Activation.IDENTITY)));
        float[][] outputs = new ForwardPass(network, 1).run(new float[][] {{1, 2}}, 1);
        assertThat(outputs[0]).containsExactly(-3.5f);
    }

    @Test
    void agreesWithNaiveDoublesOnRandomNetworks() {
        RandomStream random = RandomStream.of(41);
        for (int trial = 0; trial < 500; trial++) {
            Network network = randomNetwork(random);
            int rows = 1 + random.nextInt(9);
            float[][] inputs = randomRows(random, rows, network.inputSize());
            float[][] outputs = new ForwardPass(network, 9).run(inputs, rows);
            for (int row = 0; row < rows; row++) {
                double[] expected = naive(network, inputs[row]);
                for (int o = 0; o < expected.length; o++) {
                    double tolerance = 1e-5 * Math.max(1, Math.abs(expected[o]));
                    assertThat((double) outputs[row][o])
                            .as("trial %d, row %d, output %d", trial, row, o)
                            .isEqualTo(expected[o], within(tolerance));
                }
            }
        }
    }

    @Test
    void rowIsTheSameBitsInEveryBatch() {
        RandomStream random = RandomStream.of(42);
        for (int trial = 0; trial < 100; trial++) {
            Network network = randomNetwork(random);
            float[][] inputs = randomRows(random, 9, network.inputSize());
            float[][] together = new ForwardPass(network, 9).run(inputs, 9);
            ForwardPass alone = new ForwardPass(network, 1);
            for (int row = 0; row < 9; row++) {
                float[] result = alone.run(new float[][] {inputs[row]}, 1)[0];
                assertThat(result).as("trial %d, row %d", trial, row).isEqualTo(together[row]);
            }
        }
    }

    @Test
    void laterParametersTakeEffect() {
        Network network = Network.zeros(1, new int[0], Activation.TANH, 1);
        ForwardPass pass = new ForwardPass(network, 1);
        network.setParameters(new float[] {2, 1}, 0);
        assertThat(pass.run(new float[][] {{3}}, 1)[0]).containsExactly(7);
    }

    @Test
    void allocatesNothing() {
        RandomStream random = RandomStream.of(43);
        Network network = Fixtures.network(random, Activation.TANH, 8, new int[] {64, 64}, 4);
        float[][] inputs = randomRows(random, 16, 8);
        ForwardPass pass = new ForwardPass(network, 16);
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 100; i++) {
                        pass.run(inputs, 16);
                    }
                }))
                .isZero();
    }

    @Test
    void moreRowsThanTheCapacityAreRefused() {
        ForwardPass pass = new ForwardPass(Network.zeros(1, new int[0], Activation.TANH, 1), 2);
        assertThatThrownBy(() -> pass.run(new float[3][1], 3)).hasMessageContaining("room for 2 rows, but was given 3");
    }
}
