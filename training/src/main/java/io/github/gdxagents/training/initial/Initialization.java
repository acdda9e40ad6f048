package io.github.gdxagents.training.initial;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.LstmLayer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.training.network.ActorCritic;
import java.util.Arrays;

/**
 * The parameters that training begins with: orthogonal weights, zero biases. The small gain of the policy's last layer makes all
 * actions about equally likely at first. Each gate of a memory layer gets orthogonal weights of gain 1 of its own; the forget gates of an
 * LSTM begin open.
 *
 * <p>Source: "The 37 implementation details of PPO" (Huang et al. 2022), detail 2 and, for memory, LSTM detail 1; open forget gates:
 * Jozefowicz et al. 2015, "An Empirical Exploration of Recurrent Network Architectures", section 2.2.
 */
public final class Initialization {
    private static final double HIDDEN_GAIN = Math.sqrt(2);
    private static final double MEMORY_GAIN = 1;
    private static final double POLICY_GAIN = 0.01;
    private static final double VALUE_GAIN = 1;
    private static final float FORGET_BIAS = 1;

    private final float[] flat;
    private final RandomStream random;
    private int offset;

    private Initialization(float[] flat, RandomStream random) {
        this.flat = flat;
        this.random = random;
    }

    public static void apply(ActorCritic networks, double logStandardDeviation, RandomStream random) {
        float[] flat = new float[networks.parameterCount()];
        Initialization initialization = new Initialization(flat, random);
        Layer policyHead = last(networks.actor());
        Layer valueHead = last(networks.critic());
        for (Layer layer : networks.layers()) {
            double gain = layer == policyHead ? POLICY_GAIN : layer == valueHead ? VALUE_GAIN : HIDDEN_GAIN;
            initialization.fill(layer, gain);
        }
        Arrays.fill(flat, initialization.offset, flat.length, (float) logStandardDeviation);
        networks.setParameters(flat);
    }

    private static Layer last(Network network) {
        return network.layers().get(network.layers().size() - 1);
    }

    private void fill(Layer layer, double denseGain) {
        int start = offset;
        boolean isMemory = layer.stateSize() > 0;
        double gain = isMemory ? MEMORY_GAIN : denseGain;
        for (int[] shape : layer.parameterShapes()) {
            if (shape.length == 2) {
                fillGates(shape[0], shape[1], isMemory ? shape[1] / layer.outputs() : 1, gain);
                offset += shape[0] * shape[1];
            } else {
                offset += shape[0];
            }
        }
        if (layer instanceof LstmLayer) {
            int forget = offset - 3 * layer.outputs(); // the bias comes last: input, forget, candidate, output
            Arrays.fill(flat, forget, forget + layer.outputs(), FORGET_BIAS);
        }
        assert offset - start == layer.parameterCount();
    }

    /** A matrix whose columns are several square or narrow ones side by side, one for each gate. */
    private void fillGates(int rows, int columns, int gates, double gain) {
        int width = columns / gates;
        float[] gate = new float[rows * width];
        for (int g = 0; g < gates; g++) {
            OrthogonalInitializer.fill(gate, 0, rows, width, gain, random);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(gate, i * width, flat, offset + i * columns + g * width, width);
            }
        }
    }
}
