package io.github.gdxagents.network;

import java.util.Arrays;
import java.util.Locale;

/**
 * One fully connected layer: {@code output[o] = activation(bias[o] + sum over i of input[i] * weight[i][o])}. It remembers nothing.
 *
 * <p>Parameters in their order: weights {@code [in][out]}, bias {@code [out]}.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 */
public final class DenseLayer extends Layer {
    private final Activation activation;
    private final WeightMatrix weights;
    private final float[] bias;

    /**
     * Makes a layer.
     *
     * @param weights {@code [in][out]}, copied; at least one input and one output
     * @param bias {@code [out]}, copied
     * @param activation applied to each output
     * @throws IllegalArgumentException if the arrays are empty or their lengths disagree
     */
    public DenseLayer(float[][] weights, float[] bias, Activation activation) {
        this(weights.length, bias.length, activation);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != bias.length) {
                throw new IllegalArgumentException("layer: it has " + bias.length + " biases, but " + weights[i].length
                        + " weights for input " + i + "; both must be the number of outputs");
            }
        }
        this.weights.setAll(weights);
        System.arraycopy(bias, 0, this.bias, 0, bias.length);
    }

    /**
     * Makes a layer whose parameters are all 0, to be set later.
     *
     * @param inputs values taken, at least 1
     * @param outputs values given, at least 1
     * @param activation applied to each output
     * @throws IllegalArgumentException if a size is below 1
     */
    public DenseLayer(int inputs, int outputs, Activation activation) {
        super(inputs, outputs);
        if (activation == null) {
            throw new IllegalArgumentException("layer: it has no activation; use Activation.IDENTITY for none");
        }
        this.activation = activation;
        weights = new WeightMatrix(inputs, outputs);
        bias = new float[outputs];
    }

    /**
     * The function applied to each output.
     *
     * @return never null
     */
    public Activation activation() {
        return activation;
    }

    /**
     * The weight from an input to an output.
     *
     * @param input its index
     * @param output its index
     * @return any finite value
     */
    public float weight(int input, int output) {
        return weights.get(input, output);
    }

    /**
     * What is added to an output.
     *
     * @param output its index
     * @return any finite value
     */
    public float bias(int output) {
        return bias[output];
    }

    @Override
    public int stateSize() {
        return 0;
    }

    @Override
    public int[][] parameterShapes() {
        return new int[][] {{inputs(), outputs()}, {outputs()}};
    }

    @Override
    DenseLayer zeros() {
        return new DenseLayer(inputs(), outputs(), activation);
    }

    @Override
    public void read(ParameterSource source) {
        weights.read(source);
        source.read(bias, bias.length);
    }

    @Override
    public void write(ParameterSink sink) {
        weights.write(sink);
        sink.write(bias, bias.length);
    }

    @Override
    Pass pass() {
        return new DensePass();
    }

    /**
     * Applies the layer to many rows at once, each to the bits that {@link #pass} gives.
     *
     * @param inputs {@code [in][size or more]}, unchanged
     * @param size rows
     * @param partial {@code [PARTIAL_SUMS][size or more]}, overwritten
     * @param sums {@code [out][size or more]}, overwritten
     */
    void applyToColumns(float[][] inputs, int size, float[][] partial, float[][] sums) {
        for (int o = 0; o < bias.length; o++) {
            Arrays.fill(sums[o], 0, size, bias[o]);
        }
        weights.addProductOfColumns(inputs, size, partial, sums);
        for (float[] sum : sums) {
            activation.apply(sum, size);
        }
    }

    /**
     * What the layer does, for people.
     *
     * @return for example {@code 8 -> 64, tanh}
     */
    @Override
    public String toString() {
        return inputs() + " -> " + outputs() + ", " + activation.name().toLowerCase(Locale.ROOT);
    }

    private final class DensePass implements Pass {
        @Override
        public void apply(float[] input, float[] state, int offset, float[] output) {
            System.arraycopy(bias, 0, output, 0, bias.length);
            weights.addProduct(input, output);
            activation.apply(output, bias.length);
        }
    }
}
