package io.github.gdxagents.policy;

/**
 * Runs a {@link Network} over a batch of inputs, one row after the other.
 *
 * <p>The result of a row is the same bits whatever else is in the batch. Later changes of the network's parameters take effect in the
 * next run.
 *
 * <p>Thread safety: none; make one for each thread (they may share a network). Allocates nothing after construction.
 */
public final class ForwardPass {
    private final DenseLayer[] layers;
    private final float[][] hidden; // [layer][out], for one row at a time
    private final float[][] outputs; // [capacity][out]

    /**
     * Makes a pass over a network.
     *
     * @param network what is run; not copied
     * @param capacity most rows of one run, at least 1
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public ForwardPass(Network network, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("forward pass: the capacity must be at least 1 row, but is " + capacity);
        }
        layers = network.layers().toArray(new DenseLayer[0]);
        hidden = new float[layers.length - 1][];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = new float[layers[i].outputs()];
        }
        outputs = new float[capacity][network.outputSize()];
    }

    /**
     * Computes the outputs of the first rows.
     *
     * @param inputs {@code [count or more][in]}, unchanged
     * @param count how many rows, at most the capacity
     * @return {@code [capacity][out]}, of which the first {@code count} rows are results; overwritten by the next run
     * @throws IllegalArgumentException if there are more rows than the capacity
     */
    public float[][] run(float[][] inputs, int count) {
        if (count > outputs.length) {
            throw new IllegalArgumentException(
                    "forward pass: it has room for " + outputs.length + " rows, but was given " + count);
        }
        for (int row = 0; row < count; row++) {
            float[] values = inputs[row];
            for (int i = 0; i < hidden.length; i++) {
                layers[i].apply(values, hidden[i]);
                values = hidden[i];
            }
            layers[hidden.length].apply(values, outputs[row]);
        }
        return outputs;
    }

    /**
     * Most rows of one run.
     *
     * @return at least 1
     */
    public int capacity() {
        return outputs.length;
    }
}
