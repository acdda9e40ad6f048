package io.github.gdxagents.network;

/**
 * One layer of a {@link Network}: takes a row of values, gives another, and may remember something from one row of an episode to the
 * next.
 *
 * <p>A layer holds parameters alone. What it remembers of an episode is a state that its caller keeps, all 0 at the beginning, so many
 * agents share one layer.
 *
 * <p>Thread safety: many threads may read it while none changes its {@link Network}'s parameters.
 */
public abstract class Layer {
    private final int inputs;
    private final int outputs;

    Layer(int inputs, int outputs) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("layer: it must have at least 1 input and 1 output, but has " + inputs
                    + " inputs and " + outputs + " outputs");
        }
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * How many values it takes.
     *
     * @return at least 1
     */
    public final int inputs() {
        return inputs;
    }

    /**
     * How many values it gives.
     *
     * @return at least 1
     */
    public final int outputs() {
        return outputs;
    }

    /**
     * How many values it remembers from one row of an episode to the next.
     *
     * @return 0 if it remembers nothing
     */
    public abstract int stateSize();

    /**
     * The shapes of its parameters in the order of the flat layout, each row-major.
     *
     * @return for each tensor its dimensions, a copy; a matrix has {@code {rows, columns}}, a bias {@code {size}}
     */
    public abstract int[][] parameterShapes();

    /**
     * How many parameters it has.
     *
     * @return the sum over {@link #parameterShapes()}, at least 2
     */
    public final int parameterCount() {
        int count = 0;
        for (int[] shape : parameterShapes()) {
            int size = 1;
            for (int dimension : shape) {
                size *= dimension;
            }
            count += size;
        }
        return count;
    }

    /** A layer of the same kind and sizes whose parameters are all 0. */
    abstract Layer zeros();

    /**
     * Sets all parameters.
     *
     * @param flat holds them in the flat layout
     * @param offset where they begin
     * @return where those of the next layer begin
     */
    public final int setParameters(float[] flat, int offset) {
        Flat source = new Flat(flat, offset);
        read(source);
        return source.next;
    }

    /**
     * Copies all parameters.
     *
     * @param flat takes them in the flat layout
     * @param offset where they begin
     * @return where those of the next layer begin
     */
    public final int getParameters(float[] flat, int offset) {
        Flat sink = new Flat(flat, offset);
        write(sink);
        return sink.next;
    }

    /**
     * Takes all parameters.
     *
     * @param source gives them in the order of the flat layout
     */
    public abstract void read(ParameterSource source);

    /**
     * Gives all parameters.
     *
     * @param sink takes them in the order of the flat layout
     */
    public abstract void write(ParameterSink sink);

    /** What one thread needs to apply the layer; later changes of the parameters take effect. */
    abstract Pass pass();

    static void requireColumns(String what, float[][] rows, int columns) {
        for (float[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException("layer: its " + what + " must have " + columns
                        + " columns, as many as all gates of its size have, but have " + row.length);
            }
        }
    }

    /**
     * Applies the layer to one row after the other, with working memory of its own; it allocates nothing.
     *
     * <p>It looks at no other rows, so a result is the same bits in every batch.
     */
    interface Pass {
        /**
         * Applies the layer.
         *
         * @param input {@code [in]}, unchanged
         * @param state of the whole network, of which the layer's own part is read and overwritten; null if nothing is remembered
         * @param offset where the layer's own part begins
         * @param output {@code [out or more]}, overwritten
         */
        void apply(float[] input, float[] state, int offset, float[] output);
    }

    /** The flat layout in an array. */
    private static final class Flat implements ParameterSource, ParameterSink {
        private final float[] flat;
        private int next;

        Flat(float[] flat, int offset) {
            this.flat = flat;
            next = offset;
        }

        @Override
        public void read(float[] values, int count) {
            System.arraycopy(flat, next, values, 0, count);
            next += count;
        }

        @Override
        public void write(float[] values, int count) {
            System.arraycopy(values, 0, flat, next, count);
            next += count;
        }
    }
}
