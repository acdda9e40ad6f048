package io.github.gdxagents.policy;

/**
 * One fully connected layer: {@code output[o] = activation(bias[o] + sum over i of input[i] * weight[i][o])}.
 *
 * <p>Wide layers keep a row of weights for each input and add four scaled rows at a time, which HotSpot turns into vector
 * instructions. Narrow ones keep a row for each output and take dot products. Neither looks at other rows of a batch, so a result is
 * the same bits in every batch.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 */
public final class DenseLayer {
    private static final int NARROW = 16;

    private final int inputs;
    private final int outputs;
    private final Activation activation;
    private final boolean narrow;
    private final float[][] rows; // [out][in] if narrow, else [in][out]
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
        for (int i = 0; i < inputs; i++) {
            if (weights[i].length != outputs) {
                throw new IllegalArgumentException("layer: it has " + outputs + " biases, but " + weights[i].length
                        + " weights for input " + i + "; both must be the number of outputs");
            }
            for (int o = 0; o < outputs; o++) {
                setWeight(i, o, weights[i][o]);
            }
        }
        System.arraycopy(bias, 0, this.bias, 0, outputs);
    }

    DenseLayer(int inputs, int outputs, Activation activation) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("layer: it must have at least 1 input and 1 output, but has " + inputs
                    + " inputs and " + outputs + " outputs");
        }
        if (activation == null) {
            throw new IllegalArgumentException("layer: it has no activation; use Activation.IDENTITY for none");
        }
        this.inputs = inputs;
        this.outputs = outputs;
        this.activation = activation;
        narrow = outputs < NARROW;
        rows = narrow ? new float[outputs][inputs] : new float[inputs][outputs];
        bias = new float[outputs];
    }

    /**
     * How many values it takes.
     *
     * @return at least 1
     */
    public int inputs() {
        return inputs;
    }

    /**
     * How many values it gives.
     *
     * @return at least 1
     */
    public int outputs() {
        return outputs;
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
        return narrow ? rows[output][input] : rows[input][output];
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

    int parameterCount() {
        return inputs * outputs + outputs;
    }

    int setParameters(float[] flat, int offset) {
        int next = offset;
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                setWeight(i, o, flat[next++]);
            }
        }
        System.arraycopy(flat, next, bias, 0, outputs);
        return next + outputs;
    }

    int getParameters(float[] flat, int offset) {
        int next = offset;
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                flat[next++] = weight(i, o);
            }
        }
        System.arraycopy(bias, 0, flat, next, outputs);
        return next + outputs;
    }

    private void setWeight(int input, int output, float value) {
        if (narrow) {
            rows[output][input] = value;
        } else {
            rows[input][output] = value;
        }
    }

    void apply(float[] input, float[] output) {
        if (narrow) {
            for (int o = 0; o < outputs; o++) {
                output[o] = bias[o] + dot(input, rows[o], inputs);
            }
        } else {
            addScaledRows(input, output);
        }
        activation.apply(output, outputs);
    }

    private void addScaledRows(float[] input, float[] output) {
        System.arraycopy(bias, 0, output, 0, outputs);
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            addFour(
                    output,
                    outputs,
                    input[i],
                    rows[i],
                    input[i + 1],
                    rows[i + 1],
                    input[i + 2],
                    rows[i + 2],
                    input[i + 3],
                    rows[i + 3]);
        }
        for (; i < inputs; i++) {
            addOne(output, outputs, input[i], rows[i]);
        }
    }

    // All arrays are indexed by the bare loop variable: anything else is not vectorised.
    private static void addFour(
            float[] sum,
            int length,
            float a,
            float[] rowA,
            float b,
            float[] rowB,
            float c,
            float[] rowC,
            float d,
            float[] rowD) {
        for (int o = 0; o < length; o++) {
            sum[o] += a * rowA[o] + b * rowB[o] + c * rowC[o] + d * rowD[o];
        }
    }

    private static void addOne(float[] sum, int length, float a, float[] row) {
        for (int o = 0; o < length; o++) {
            sum[o] += a * row[o];
        }
    }

    // Four sums, because a single one would wait for each addition before the next.
    private static float dot(float[] x, float[] y, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }
}
