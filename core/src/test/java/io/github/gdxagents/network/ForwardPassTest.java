package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardPassTest {
    /** Up to four layers of any kind, narrow and wide. */
    private static Network randomNetwork(RandomStream random) {
        Network.Builder builder = Network.builder(1 + random.nextInt(80));
        int layers = 1 + random.nextInt(4);
        for (int i = 0; i < layers; i++) {
            int size = 1 + random.nextInt(random.nextInt(2) == 0 ? 8 : 80);
            switch (random.nextInt(4)) {
                case 0 -> builder.gru(size);
                case 1 -> builder.lstm(size);
                default -> builder.dense(size, Activation.values()[random.nextInt(4)]);
            }
        }
        Network network = builder.build();
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
            NaiveNetwork naive = new NaiveNetwork(network);
            ForwardPass pass = new ForwardPass(network, 5);
            int rows = 1 + random.nextInt(5);
            float[][] states = new float[rows][network.stateSize()];
            double[][] expectedStates = new double[rows][network.stateSize()];
            for (int step = 0; step < 6; step++) {
                float[][] inputs = randomRows(random, rows, network.inputSize());
                float[][] outputs = pass.run(inputs, states, rows);
                for (int row = 0; row < rows; row++) {
                    double[] expected = naive.run(inputs[row], expectedStates[row]);
                    String place = "trial " + trial + ", step " + step + ", row " + row;
                    assertClose(place + ", output", outputs[row], expected);
                    assertClose(place + ", state", states[row], expectedStates[row]);
                }
            }
        }
    }

    private static void assertClose(String place, float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double tolerance = 1e-5 * Math.max(1, Math.abs(expected[i]));
            assertThat((double) actual[i]).as("%s %d", place, i).isEqualTo(expected[i], within(tolerance));
        }
    }

    @Test
    void rowIsTheSameBitsInEveryBatchAndOrder() {
        RandomStream random = RandomStream.of(42);
        for (int trial = 0; trial < 100; trial++) {
            Network network = randomNetwork(random);
            float[][] inputs = randomRows(random, 9, network.inputSize());
            float[][] states = randomRows(random, 9, network.stateSize());
            float[][] alone = copy(states);
            float[][] backwards = reversed(copy(states));
            float[][] together = new ForwardPass(network, 9).run(inputs, states, 9);
            float[][] turned = new ForwardPass(network, 12).run(reversed(inputs), backwards, 9);
            ForwardPass single = new ForwardPass(network, 1);
            for (int row = 0; row < 9; row++) {
                float[] result = single.run(new float[][] {inputs[row]}, new float[][] {alone[row]}, 1)[0];
                assertThat(result).as("trial %d, row %d", trial, row).isEqualTo(together[row]);
                assertThat(alone[row]).isEqualTo(states[row]);
                assertThat(turned[8 - row]).isEqualTo(together[row]);
                assertThat(backwards[8 - row]).isEqualTo(states[row]);
            }
        }
    }

    @Test
    void rowIsTheSameBitsInLargeBatches() {
        RandomStream random = RandomStream.of(43);
        for (int trial = 0; trial < 40; trial++) {
            Activation activation = Activation.values()[trial % Activation.values().length];
            int[] hidden = {1 + random.nextInt(40), 1 + random.nextInt(40)};
            Network network =
                    Fixtures.network(random, activation, 1 + random.nextInt(20), hidden, 1 + random.nextInt(20));
            int count = 40 + random.nextInt(700); // less than a block, one with a rest, two
            float[][] inputs = randomRows(random, count, network.inputSize());
            float[][] together = new ForwardPass(network, count + 1).run(inputs, count);
            ForwardPass single = new ForwardPass(network, 1);
            for (int row = 0; row < count; row++) {
                float[] result = single.run(new float[][] {inputs[row]}, 1)[0];
                assertThat(together[row])
                        .as("trial %d, row %d of %d", trial, row, count)
                        .isEqualTo(result);
            }
        }
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    private static float[][] reversed(float[][] rows) {
        List<float[]> list = Arrays.asList(rows.clone());
        Collections.reverse(list);
        return list.toArray(new float[0][]);
    }

    @Test
    void everyLayerHasItsOwnPartOfTheStates() {
        RandomStream random = RandomStream.of(44);
        Network network = Network.builder(3)
                .gru(4)
                .dense(5, Activation.SILU)
                .lstm(2)
                .gru(1)
                .build();
        assertThat(network.stateSize()).isEqualTo(4 + 2 * 2 + 1);
        Fixtures.randomize(network, random);
        float[][] state = new float[1][9];
        float[][] output = new ForwardPass(network, 1).run(randomRows(random, 1, 3), state, 1);
        assertThat(state[0]).doesNotContain(0);
        assertThat(state[0][8]).isEqualTo(output[0][0]); // what the last one gives it remembers
    }

    @Test
    void statesBeyondTheCountAreLeftAlone() {
        RandomStream random = RandomStream.of(45);
        Network network = Network.builder(3).gru(4).build();
        Fixtures.randomize(network, random);
        float[][] states = new float[3][4];
        new ForwardPass(network, 3).run(randomRows(random, 3, 3), states, 2);
        assertThat(states[1]).doesNotContain(0);
        assertThat(states[2]).containsOnly(0);
    }

    @Test
    void threadsMayShareANetwork() throws InterruptedException {
        RandomStream random = RandomStream.of(46);
        Network network =
                Network.builder(8).gru(20).lstm(20).dense(4, Activation.SILU).build();
        Fixtures.randomize(network, random);
        float[][] inputs = randomRows(random, 2000, 8);
        float[][] expected = episode(network, inputs);
        float[][][] results = new float[4][][];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            int index = i;
            threads.add(new Thread(() -> results[index] = episode(network, inputs)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (float[][] result : results) {
            assertThat(result).isDeepEqualTo(expected);
        }
    }

    private static float[][] episode(Network network, float[][] inputs) {
        ForwardPass pass = new ForwardPass(network, 1);
        float[][] state = new float[1][network.stateSize()];
        float[][] outputs = new float[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] = pass.run(new float[][] {inputs[i]}, state, 1)[0].clone();
        }
        return outputs;
    }

    @Test
    void statesThatDoNotFitAreRefusedBeforeAnyIsWritten() {
        Network network = Network.builder(1).dense(2, Activation.TANH).lstm(3).build();
        float[] parameters = new float[network.parameterCount()];
        Arrays.fill(parameters, 1);
        network.setParameters(parameters, 0);
        ForwardPass pass = new ForwardPass(network, 2);
        float[][] inputs = new float[2][1];
        assertThatThrownBy(() -> pass.run(inputs, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("remembers 6 values a row")
                .hasMessageContaining("run(inputs, states, count)");
        float[][] states = {new float[6], new float[5]};
        assertThatThrownBy(() -> pass.run(inputs, states, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("states of row 1 are 5");
        assertThat(states[0]).containsOnly(0);
    }

    @Test
    void laterParametersTakeEffect() {
        Network network = Network.zeros(1, new int[0], Activation.TANH, 1);
        ForwardPass pass = new ForwardPass(network, 1);
        network.setParameters(new float[] {2, 1}, 0);
        assertThat(pass.run(new float[][] {{3}}, 1)[0]).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense", "gru", "lstm"})
    void allocatesNothing(String kind) {
        RandomStream random = RandomStream.of(43);
        Network.Builder builder = Network.builder(8).dense(64, Activation.SILU);
        switch (kind) {
            case "gru" -> builder.gru(64);
            case "lstm" -> builder.lstm(64);
            default -> builder.dense(64, Activation.TANH);
        }
        Network network = builder.dense(4, Activation.IDENTITY).build();
        Fixtures.randomize(network, random);
        float[][] inputs = randomRows(random, 16, 8);
        float[][] states = new float[16][network.stateSize()];
        ForwardPass pass = new ForwardPass(network, 16);
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 100; i++) {
                        pass.run(inputs, states, 16);
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
