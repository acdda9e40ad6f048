package io.github.gdxagents.network;

import java.util.List;

/**
 * Runs a network of {@link DenseLayer}s over many rows at once, turned over: an array for each value, with an element for each row.
 *
 * <p>The innermost loops then run over the rows of a block, of which there are more than a layer has outputs. HotSpot leaves some
 * elements at the ends of every loop to scalar instructions; in longer loops they matter less. Each element comes of the same
 * operations in the same order as in the layers' own passes, so it is the same bits.
 *
 * <p>Allocates nothing after construction.
 */
final class ColumnPass {
    /** Rows from which on it pays. */
    static final int FEWEST = 64;

    // Measured: 256 take a sixth longer for each row, 128 a third.
    private static final int BLOCK = 512;

    private final DenseLayer[] layers;
    private final float[][] inputs; // [in][block]
    private final float[][][] sums; // [layer][out][block]
    private final float[][] partial = new float[WeightMatrix.PARTIAL_SUMS][];

    ColumnPass(Network network, int capacity) {
        List<Layer> list = network.layers();
        int block = Math.min(capacity, BLOCK);
        layers = new DenseLayer[list.size()];
        inputs = new float[network.inputSize()][block];
        sums = new float[layers.length][][];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = (DenseLayer) list.get(i);
            sums[i] = new float[layers[i].outputs()][block];
        }
        for (int i = 0; i < partial.length; i++) {
            partial[i] = new float[block];
        }
    }

    static boolean canRun(Network network) {
        for (Layer layer : network.layers()) {
            if (!(layer instanceof DenseLayer)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Computes the outputs of the first rows, or of nearly all of them.
     *
     * @param rows {@code [count or more][in]}, unchanged
     * @param count how many rows
     * @param outputs {@code [count or more][out]}, overwritten
     * @return how many rows were computed: all but a rest of less than {@link #FEWEST}
     */
    int run(float[][] rows, int count, float[][] outputs) {
        int first = 0;
        while (count - first >= FEWEST) {
            int size = Math.min(partial[0].length, count - first);
            runBlock(rows, first, size, outputs);
            first += size;
        }
        return first;
    }

    private void runBlock(float[][] rows, int first, int size, float[][] outputs) {
        for (int r = 0; r < size; r++) {
            float[] row = rows[first + r];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i][r] = row[i];
            }
        }
        float[][] values = inputs;
        for (int i = 0; i < layers.length; i++) {
            layers[i].applyToColumns(values, size, partial, sums[i]);
            values = sums[i];
        }
        for (int r = 0; r < size; r++) {
            float[] row = outputs[first + r];
            for (int o = 0; o < values.length; o++) {
                row[o] = values[o][r];
            }
        }
    }
}
