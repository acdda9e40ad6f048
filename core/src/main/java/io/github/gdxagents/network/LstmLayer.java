package io.github.gdxagents.network;

/**
 * A long short-term memory: a layer that remembers what it gave last, and a cell besides, to which it learns what to add and from which
 * it learns what to forget.
 *
 * <p>With input x, state (h, c) and output h' of size H, {@code *} by elements, σ(v) = 1 / (1 + exp(−v)):
 *
 * <pre>
 * i  = σ(x·Wi + h·Ui + bi)       input gate: how much of the candidate is added
 * f  = σ(x·Wf + h·Uf + bf)       forget gate: how much of the cell stays
 * g  = tanh(x·Wg + h·Ug + bg)    candidate
 * o  = σ(x·Wo + h·Uo + bo)       output gate: how much of the cell is shown
 * c' = f * c + i * g             next cell
 * h' = o * tanh(c')              output and next h
 * </pre>
 *
 * <p>Parameters in their order: input weights W {@code [in][4H]}, recurrent weights U {@code [H][4H]}, bias b {@code [4H]}; the 4H
 * columns are those of i, f, g, then o. The state is h, then c, {@code [2H]}.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 *
 * <p>Source: Gers et al. 2000, "Learning to Forget", Neural Computation 12(10), without peepholes.
 */
public final class LstmLayer extends Layer {
    private static final int GATES = 4;

    private final WeightMatrix inputWeights;
    private final WeightMatrix recurrentWeights;
    private final float[] bias;

    /**
     * Makes a layer of size H.
     *
     * @param inputWeights {@code [in][4H]}, copied
     * @param recurrentWeights {@code [H][4H]}, copied
     * @param bias {@code [4H]}, copied
     * @throws IllegalArgumentException if the arrays are empty or their lengths disagree
     */
    public LstmLayer(float[][] inputWeights, float[][] recurrentWeights, float[] bias) {
        this(inputWeights.length, recurrentWeights.length);
        int columns = GATES * outputs();
        requireColumns("input weights", inputWeights, columns);
        requireColumns("recurrent weights", recurrentWeights, columns);
        requireColumns("biases", new float[][] {bias}, columns);
        this.inputWeights.setAll(inputWeights);
        this.recurrentWeights.setAll(recurrentWeights);
        System.arraycopy(bias, 0, this.bias, 0, columns);
    }

    /**
     * Makes a layer whose parameters are all 0, to be set later.
     *
     * @param inputs values taken, at least 1
     * @param size values given, and half of those remembered, at least 1
     * @throws IllegalArgumentException if a size is below 1
     */
    public LstmLayer(int inputs, int size) {
        super(inputs, size);
        inputWeights = new WeightMatrix(inputs, GATES * size);
        recurrentWeights = new WeightMatrix(size, GATES * size);
        bias = new float[GATES * size];
    }

    @Override
    public int stateSize() {
        return 2 * outputs();
    }

    @Override
    public int[][] parameterShapes() {
        int columns = GATES * outputs();
        return new int[][] {{inputs(), columns}, {outputs(), columns}, {columns}};
    }

    @Override
    LstmLayer zeros() {
        return new LstmLayer(inputs(), outputs());
    }

    @Override
    public void read(ParameterSource source) {
        inputWeights.read(source);
        recurrentWeights.read(source);
        source.read(bias, bias.length);
    }

    @Override
    public void write(ParameterSink sink) {
        inputWeights.write(sink);
        recurrentWeights.write(sink);
        sink.write(bias, bias.length);
    }

    @Override
    Pass pass() {
        return new LstmPass();
    }

    /**
     * What the layer does, for people.
     *
     * @return for example {@code 8 -> 64, lstm}
     */
    @Override
    public String toString() {
        return inputs() + " -> " + outputs() + ", lstm";
    }

    private final class LstmPass implements Pass {
        private final int size = outputs();
        private final float[] past = new float[size]; // h
        private final float[] gates = new float[GATES * size]; // i, f, g, o
        private final float[] output = new float[size]; // o
        private final float[] cell = new float[size]; // g, then c', then its tanh

        @Override
        public void apply(float[] input, float[] state, int offset, float[] result) {
            System.arraycopy(state, offset, past, 0, size);
            System.arraycopy(bias, 0, gates, 0, gates.length);
            inputWeights.addProduct(input, gates);
            recurrentWeights.addProduct(past, gates);
            activate();
            updateCell(state, offset + size);
            for (int i = 0; i < size; i++) {
                result[i] = output[i] * cell[i];
            }
            System.arraycopy(result, 0, state, offset, size);
        }

        // Gates that need another function move to arrays of their own: only loops that begin at 0 are vectorised.
        private void activate() {
            System.arraycopy(gates, 3 * size, output, 0, size);
            Activation.sigmoid(gates, 2 * size);
            Activation.sigmoid(output, size);
            System.arraycopy(gates, 2 * size, cell, 0, size);
            Activation.TANH.apply(cell, size);
        }

        private void updateCell(float[] state, int first) {
            for (int i = 0; i < size; i++) {
                cell[i] = gates[size + i] * state[first + i] + gates[i] * cell[i];
            }
            System.arraycopy(cell, 0, state, first, size);
            Activation.TANH.apply(cell, size);
        }
    }
}
