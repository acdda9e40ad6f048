package io.github.gdxagents.network;

import java.util.Arrays;

/**
 * One convolution of a grid: looks at 3 x 3 cells around every second cell of every second row, and gives new channels for each.
 *
 * <p>{@code output[r][c][o] = activation(bias[o] + sum over y, x, i of input[2r - top + y][2c - left + x][i] * weight[y][x][i][o])}, what is
 * outside the grid being 0. As in TensorFlow's padding "SAME", the grid is enlarged by one row on both sides if it has an odd number of
 * them, else by one at the end; and so with columns.
 *
 * <p>Values are row-major {@code [rows, columns, channels]}; weights {@code [3 * 3 * channels, outputs]}.
 *
 * <p>Thread safety: many threads may read it while none changes its parameters.
 */
final class Convolution {
    /** Cells that are looked at together. */
    static final int CELLS = 9;

    private static final int WIDTH = 3;
    private static final int STRIDE = 2;

    private final int rows;
    private final int columns;
    private final int channels;
    private final Activation activation;
    private final WeightMatrix weights;
    private final float[] bias;

    Convolution(int rows, int columns, int channels, int outputs, Activation activation) {
        this.rows = rows;
        this.columns = columns;
        this.channels = channels;
        this.activation = activation;
        weights = new WeightMatrix(CELLS * channels, outputs);
        bias = new float[outputs];
    }

    /** Rows or columns that so many become. */
    static int outputs(int size) {
        return (size + STRIDE - 1) / STRIDE;
    }

    private static int before(int size) {
        return size % STRIDE; // 1 of the 2 that an odd size lacks; 0 of the 1 that an even one lacks
    }

    /** Values that are looked at together. */
    int inputs() {
        return CELLS * channels;
    }

    /** {@code [rows, columns, channels]} of what it gives. */
    int[] outputShape() {
        return new int[] {outputs(rows), outputs(columns), bias.length};
    }

    int outputSize() {
        return outputs(rows) * outputs(columns) * bias.length;
    }

    void read(ParameterSource source) {
        weights.read(source);
        source.read(bias, bias.length);
    }

    void write(ParameterSink sink) {
        weights.write(sink);
        sink.write(bias, bias.length);
    }

    Pass pass() {
        return new Pass();
    }

    /** Applies it, with working memory of its own. */
    final class Pass {
        private final float[] patch = new float[CELLS * channels];
        private final float[] sums = new float[bias.length];

        /** Takes {@code [rows, columns, channels]} from an offset on and gives {@code [outputs(rows), outputs(columns), outputs]}. */
        void apply(float[] input, int offset, float[] output, int at) {
            int next = at;
            for (int r = 0; r < outputs(rows); r++) {
                for (int c = 0; c < outputs(columns); c++) {
                    look(input, offset, STRIDE * r - before(rows), STRIDE * c - before(columns));
                    System.arraycopy(bias, 0, sums, 0, sums.length);
                    weights.addProduct(patch, sums);
                    activation.apply(sums, sums.length);
                    System.arraycopy(sums, 0, output, next, sums.length);
                    next += sums.length;
                }
            }
        }

        private void look(float[] input, int offset, int top, int left) {
            for (int y = 0; y < WIDTH; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int row = top + y;
                    int column = left + x;
                    int cell = (y * WIDTH + x) * channels;
                    if (row >= 0 && row < rows && column >= 0 && column < columns) {
                        System.arraycopy(input, offset + (row * columns + column) * channels, patch, cell, channels);
                    } else {
                        Arrays.fill(patch, cell, cell + channels, 0f);
                    }
                }
            }
        }
    }
}
