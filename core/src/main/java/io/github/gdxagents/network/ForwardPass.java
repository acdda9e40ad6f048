package io.github.gdxagents.network;

import java.util.List;

/**
 * Runs a {@link Network} over a batch of inputs: one row after the other, or where there is no memory and the batch is large, many rows
 * side by side.
 *
 * <p>The result of a row is the same bits whatever else is in the batch. Later changes of the network's parameters take effect in the
 * next run. What a network with memory remembers is the caller's: one array of states for each row, all 0 when an episode begins.
 *
 * <p>Thread safety: none; make one for each thread (they may share a network). Allocates nothing after construction.
 */
public final class ForwardPass implements ActorPass {
    private final int stateSize;
    private final int statesGiven;
    private final Layer.Pass[] layers;
    private final int[] offsets; // [layer], where its part of the states begins
    private final float[][] hidden; // [layer][out], for one row at a time
    private final float[][] outputs; // [capacity][out]
    private final ColumnPass columns; // null where it can't help

    /**
     * Makes a pass over a network.
     *
     * @param network what is run; not copied
     * @param capacity most rows of one run, at least 1
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public ForwardPass(Network network, int capacity) {
        this(network, capacity, 0, network.stateSize());
    }

    /**
     * Makes a pass over one of several networks that keep what they remember of a row in one array.
     *
     * @param network what is run; not copied
     * @param capacity most rows of one run, at least 1
     * @param firstState where this network's part of the array begins
     * @param states length of the array
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public ForwardPass(Network network, int capacity, int firstState, int states) {
        if (capacity < 1) {
            throw new IllegalArgumentException("forward pass: the capacity must be at least 1 row, but is " + capacity);
        }
        List<Layer> list = network.layers();
        stateSize = network.stateSize();
        statesGiven = states;
        layers = new Layer.Pass[list.size()];
        offsets = new int[list.size()];
        hidden = new float[list.size() - 1][];
        int offset = firstState;
        for (int i = 0; i < layers.length; i++) {
            Layer layer = list.get(i);
            layers[i] = layer.pass();
            offsets[i] = offset;
            offset += layer.stateSize();
            if (i < hidden.length) {
                hidden[i] = new float[layer.outputs()];
            }
        }
        outputs = new float[capacity][network.outputSize()];
        columns =
                capacity >= ColumnPass.FEWEST && ColumnPass.canRun(network) ? new ColumnPass(network, capacity) : null;
    }

    /**
     * Computes the outputs of the first rows, with a network that remembers nothing.
     *
     * @param inputs {@code [count or more][in]}, unchanged
     * @param count how many rows, at most the capacity
     * @return {@code [capacity][out]}, of which the first {@code count} rows are results; overwritten by the next run
     * @throws IllegalArgumentException if there are more rows than the capacity, or the network has memory
     */
    public float[][] run(float[][] inputs, int count) {
        return run(inputs, null, count);
    }

    /**
     * Computes the outputs of the first rows, and what is remembered after them.
     *
     * @param inputs {@code [count or more][in]}, unchanged
     * @param states {@code [count or more][states]}, the network's {@link Network#stateSize} for each row; read and overwritten. All 0
     *     where an episode begins. May be null if the network remembers nothing
     * @param count how many rows, at most the capacity
     * @return {@code [capacity][out]}, of which the first {@code count} rows are results; overwritten by the next run
     * @throws IllegalArgumentException if there are more rows than the capacity, or states of another size
     */
    @Override
    public float[][] run(float[][] inputs, float[][] states, int count) {
        if (count > outputs.length) {
            throw new IllegalArgumentException(
                    "forward pass: it has room for " + outputs.length + " rows, but was given " + count);
        }
        requireStates(states, count);
        int first = columns == null ? 0 : columns.run(inputs, count, outputs);
        for (int row = first; row < count; row++) {
            float[] state = stateSize == 0 ? null : states[row];
            float[] values = inputs[row];
            for (int i = 0; i < hidden.length; i++) {
                layers[i].apply(values, state, offsets[i], hidden[i]);
                values = hidden[i];
            }
            layers[hidden.length].apply(values, state, offsets[hidden.length], outputs[row]);
        }
        return outputs;
    }

    // Before the first row, so that no state is overwritten when a later one is wrong.
    private void requireStates(float[][] states, int count) {
        if (stateSize == 0) {
            return;
        }
        if (states == null) {
            throw new IllegalArgumentException("forward pass: the network remembers " + stateSize
                    + " values a row, but was given no states; call run(inputs, states, count) with an array of them for"
                    + " each row, all 0 where an episode begins");
        }
        for (int row = 0; row < count; row++) {
            if (states[row].length != statesGiven) {
                throw new IllegalArgumentException("forward pass: the network remembers " + statesGiven
                        + " values a row, but the states of row " + row + " are " + states[row].length
                        + "; make them of the network's stateSize()");
            }
        }
    }

    @Override
    public int stateSize() {
        return stateSize;
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
