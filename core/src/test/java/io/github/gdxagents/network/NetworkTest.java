package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void flatLayoutIsWeightsByInputThenBiasLayerAfterLayer() {
        DenseLayer first = new DenseLayer(new float[][] {{1, 2, 3}, {4, 5, 6}}, new float[] {7, 8, 9}, Activation.TANH);
        DenseLayer second = new DenseLayer(new float[][] {{10}, {11}, {12}}, new float[] {13}, Activation.IDENTITY);
        float[] flat = new float[15];
        new Network(List.of(first, second)).getParameters(flat, 2);
        assertThat(flat).containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void parametersThatAreSetAreThoseThatAreRead() {
        for (int outputs : new int[] {1, 15, 16, 33}) { // narrow and wide layers are laid out differently
            Network network = Network.zeros(7, new int[] {outputs, 5}, Activation.RELU, 3);
            float[] parameters = new float[network.parameterCount()];
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = i + 1;
            }
            network.setParameters(parameters, 0);
            float[] back = new float[parameters.length];
            network.getParameters(back, 0);
            assertThat(back).isEqualTo(parameters);
            DenseLayer first = (DenseLayer) network.layers().get(0);
            assertThat(first.weight(2, 0)).isEqualTo(2 * outputs + 1);
            assertThat(first.bias(0)).isEqualTo(7 * outputs + 1);
        }
    }

    @Test
    void parametersOfRecurrentLayersThatAreSetAreThoseThatAreRead() {
        for (int size : new int[] {1, 4, 5, 6, 20}) { // their gates are narrow or wide
            Network network = Network.builder(7).gru(size).lstm(size).build();
            float[] parameters = new float[network.parameterCount()];
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = i + 1;
            }
            network.setParameters(parameters, 0);
            float[] back = new float[parameters.length];
            network.getParameters(back, 0);
            assertThat(back).isEqualTo(parameters);
        }
    }

    @Test
    void builderMakesTheLayersInTheirOrder() {
        Network network = Network.builder(5)
                .dense(4, Activation.SILU)
                .gru(3)
                .lstm(2)
                .dense(1, Activation.IDENTITY)
                .build();
        assertThat(network.layers())
                .map(Layer::toString)
                .containsExactly("5 -> 4, silu", "4 -> 3, gru", "3 -> 2, lstm", "2 -> 1, identity");
        assertThat(network.inputSize()).isEqualTo(5);
        assertThat(network.outputSize()).isEqualTo(1);
        assertThat(network.stateSize()).isEqualTo(3 + 2 * 2);
        // (5 + 1) 4, 3 gates of (4 + 3 + 2) 3, 4 gates of (3 + 2 + 1) 2, 2 + 1
        assertThat(network.parameterCount()).isEqualTo(24 + 81 + 48 + 3);
        assertThat(Network.zeros(5, new int[] {4}, Activation.SILU, 2).stateSize())
                .isZero();
    }

    @Test
    void networksMayShareLayers() {
        Layer trunk = new GruLayer(1, 2);
        Network first = new Network(List.of(trunk, new DenseLayer(2, 1, Activation.IDENTITY)));
        Network second = new Network(List.of(trunk, new DenseLayer(2, 4, Activation.IDENTITY)));
        float[] parameters = new float[first.parameterCount()];
        Arrays.fill(parameters, 7);
        first.setParameters(parameters, 0);
        float[] other = new float[second.parameterCount()];
        second.getParameters(other, 0);
        assertThat(Arrays.copyOf(other, trunk.parameterCount())).containsOnly(7);
        assertThat(Arrays.copyOfRange(other, trunk.parameterCount(), other.length))
                .containsOnly(0);
    }

    @Test
    void copyIsIndependent() {
        Network network =
                Network.builder(3).dense(20, Activation.TANH).gru(4).lstm(2).build();
        Fixtures.randomize(network, RandomStream.of(1));
        Network copy = network.copy();
        float[] before = new float[network.parameterCount()];
        network.getParameters(before, 0);
        network.setParameters(new float[before.length], 0);
        float[] after = new float[before.length];
        copy.getParameters(after, 0);
        assertThat(after).isEqualTo(before).doesNotContain(0);
        assertThat(copy.layers()).map(Layer::toString).containsExactly("3 -> 20, tanh", "20 -> 4, gru", "4 -> 2, lstm");
    }

    @Test
    void sizesThatDisagreeAreRefusedByName() {
        DenseLayer two = new DenseLayer(2, 3, Activation.TANH);
        DenseLayer four = new DenseLayer(4, 1, Activation.IDENTITY);
        assertThatThrownBy(() -> new Network(Arrays.asList(two, four)))
                .hasMessage("network: layer 1 takes 4 values, but the layer before it gives 3");
        assertThatThrownBy(() -> new Network(List.of())).hasMessageContaining("at least 1 layer");
        assertThatThrownBy(() -> new DenseLayer(new float[][] {{1, 2}, {3}}, new float[2], Activation.TANH))
                .hasMessageContaining("2 biases, but 1 weights for input 1");
        assertThatThrownBy(() -> Network.zeros(2, new int[] {0}, Activation.TANH, 1))
                .hasMessageContaining("at least 1 input and 1 output");
        assertThatThrownBy(() -> new Network(List.of(two)).setParameters(new float[9], 1))
                .hasMessageContaining("9 parameters, but the array has 9 values and they begin at 1");
    }
}
