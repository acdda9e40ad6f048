package io.github.gdxagents.network;

/**
 * A gated recurrent unit: a layer that remembers what it gave last, and learns how much of it to keep.
 *
 * <p>With input x, state h and output h' of size H, {@code *} by elements, σ(v) = 1 / (1 + exp(−v)):
 *
 * <pre>
 * r  = σ(x·Wr + br + h·Ur + cr)              reset: how much of the past a new candidate sees
 * z  = σ(x·Wz + bz + h·Uz + cz)              update: how much of the past stays
 * n  = tanh(x·Wn + bn + r * (h·Un + cn))     candidate
 * h' = n + z * (h − n)                       output and next state
 * </pre>
 *
 * <p>Parameters in their order: input weights W {@code [in][3H]}, recurrent weights U {@code [H][3H]}, input bias b {@code [3H]},
 * recurrent bias c {@code [3H]}; the 3H columns are those of r, then of z, then of n. The state is h, {@code [H]}.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 *
 * <p>Source: Cho et al. 2014, arXiv:1406.1078, Eq. 5 to 8, in the variant of cuDNN, which multiplies by r after the recurrent product.
 */
public final class GruLayer extends Layer {
    private static final int GATES = 3;

    private final WeightMatrix inputWeights;
    private final WeightMatrix recurrentWeights;
    private final float[] inputBias;
    private final float[] recurrentBias;

    /**
     * Makes a layer of size H.
     *
     * @param inputWeights {@code [in][3H]}, copied
     * @param recurrentWeights {@code [H][3H]}, copied
     * @param inputBias {@code [3H]}, copied
     * @param recurrentBias {@code [3H]}, copied
     * @throws IllegalArgumentException if the arrays are empty or their lengths disagree
     */
    public GruLayer(float[][] inputWeights, float[][] recurrentWeights, float[] inputBias, float[] recurrentBias) {
        this(inputWeights.length, recurrentWeights.length);
        int columns = GATES * outputs();
        requireColumns("input weights", inputWeights, columns);
        requireColumns("recurrent weights", recurrentWeights, columns);
        requireColumns("biases", new float[][] {inputBias, recurrentBias}, columns);
        this.inputWeights.setAll(inputWeights);
        this.recurrentWeights.setAll(recurrentWeights);
        System.arraycopy(inputBias, 0, this.inputBias, 0, columns);
        System.arraycopy(recurrentBias, 0, this.recurrentBias, 0, columns);
    }

    /**
     * Makes a layer whose parameters are all 0, to be set later.
     *
     * @param inputs values taken, at least 1
     * @param size values given and remembered, at least 1
     * @throws IllegalArgumentException if a size is below 1
     */
    public GruLayer(int inputs, int size) {
        super(inputs, size);
        inputWeights = new WeightMatrix(inputs, GATES * size);
        recurrentWeights = new WeightMatrix(size, GATES * size);
        inputBias = new float[GATES * size];
        recurrentBias = new float[GATES * size];
    }

    @Override
    public int stateSize() {
        return outputs();
    }

    @Override
    public int[][] parameterShapes() {
        int columns = GATES * outputs();
        return new int[][] {{inputs(), columns}, {outputs(), columns}, {columns}, {columns}};
    }

    @Override
    GruLayer zeros() {
        return new GruLayer(inputs(), outputs());
    }

    @Override
    public void read(ParameterSource source) {
        inputWeights.read(source);
        recurrentWeights.read(source);
        source.read(inputBias, inputBias.length);
        source.read(recurrentBias, recurrentBias.length);
    }

    @Override
    public void write(ParameterSink sink) {
        inputWeights.write(sink);
        recurrentWeights.write(sink);
        sink.write(inputBias, inputBias.length);
        sink.write(recurrentBias, recurrentBias.length);
    }

    @Override
    Pass pass() {
        return new GruPass();
    }

    /**
     * What the layer does, for people.
     *
     * @return for example {@code 8 -> 64, gru}
     */
    @Override
    public String toString() {
        return inputs() + " -> " + outputs() + ", gru";
    }

    private final class GruPass implements Pass {
        private final int size = outputs();
        private final float[] past = new float[size]; // h
        private final float[] gates = new float[GATES * size]; // from the input, then r and z
        private final float[] recurrent = new float[GATES * size]; // from the state
        private final float[] candidate = new float[size]; // n

        @Override
        public void apply(float[] input, float[] state, int offset, float[] output) {
            System.arraycopy(state, offset, past, 0, size);
            System.arraycopy(inputBias, 0, gates, 0, gates.length);
            inputWeights.addProduct(input, gates);
            System.arraycopy(recurrentBias, 0, recurrent, 0, recurrent.length);
            recurrentWeights.addProduct(past, recurrent);
            resetAndUpdate();
            candidate();
            blend(output);
            System.arraycopy(output, 0, state, offset, size);
        }

        private void resetAndUpdate() {
            for (int i = 0; i < 2 * size; i++) {
                gates[i] += recurrent[i];
            }
            Activation.sigmoid(gates, 2 * size);
        }

        private void candidate() {
            for (int i = 0; i < size; i++) {
                candidate[i] = gates[2 * size + i] + gates[i] * recurrent[2 * size + i];
            }
            Activation.TANH.apply(candidate, size);
        }

        private void blend(float[] output) {
            for (int i = 0; i < size; i++) {
                output[i] = candidate[i] + gates[size + i] * (past[i] - candidate[i]);
            }
        }
    }
}
