package io.github.gdxagents.network;

import java.util.Arrays;

/**
 * The weights from some values to some sums, laid out so that a product with them is fast.
 *
 * <p>With many outputs it keeps a row of weights for each input and adds four scaled rows at a time, which HotSpot turns into vector
 * instructions. With few it keeps a row for each output and takes dot products.
 *
 * <p>Thread safety: many threads may read it while none writes.
 */
final class WeightMatrix {
    /** Sums that a dot product is split into. */
    static final int PARTIAL_SUMS = 4;

    private static final int NARROW = 16;

    private final int inputs;
    private final int outputs;
    private final boolean narrow;
    private final float[][] rows; // [out][in] if narrow, else [in][out]

    WeightMatrix(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        narrow = outputs < NARROW;
        rows = narrow ? new float[outputs][inputs] : new float[inputs][outputs];
    }

    float get(int input, int output) {
        return narrow ? rows[output][input] : rows[input][output];
    }

    private void set(int input, int output, float value) {
        if (narrow) {
            rows[output][input] = value;
        } else {
            rows[input][output] = value;
        }
    }

    /** Copies {@code [in][out]} in, whose rows must have the right length. */
    void setAll(float[][] weights) {
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                set(i, o, weights[i][o]);
            }
        }
    }

    /** Takes all weights, row-major {@code [in][out]}. */
    void read(ParameterSource source) {
        float[] row = new float[narrow ? outputs : 0];
        for (int i = 0; i < inputs; i++) {
            if (!narrow) {
                source.read(rows[i], outputs);
                continue;
            }
            source.read(row, outputs);
            for (int o = 0; o < outputs; o++) {
                rows[o][i] = row[o];
            }
        }
    }

    /** Gives all weights, row-major {@code [in][out]}. */
    void write(ParameterSink sink) {
        float[] row = new float[narrow ? outputs : 0];
        for (int i = 0; i < inputs; i++) {
            if (!narrow) {
                sink.write(rows[i], outputs);
                continue;
            }
            for (int o = 0; o < outputs; o++) {
                row[o] = rows[o][i];
            }
            sink.write(row, outputs);
        }
    }

    /**
     * Adds {@code input * weights} to the sums.
     *
     * @param input {@code [in]}, another array than the sums
     * @param sums {@code [out or more]}, of which the first are added to
     */
    void addProduct(float[] input, float[] sums) {
        if (narrow) {
            for (int o = 0; o < outputs; o++) {
                sums[o] += dot(input, rows[o], inputs);
            }
        } else {
            addScaledRows(input, sums);
        }
    }

    private void addScaledRows(float[] input, float[] sums) {
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            addFour(
                    sums,
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
            addOne(sums, outputs, input[i], rows[i]);
        }
    }

    /**
     * Adds {@code input * weights} to the sums of many rows, by the same operations in the same order as {@link #addProduct}.
     *
     * @param inputs {@code [in][size or more]}, unchanged
     * @param size rows
     * @param partial {@code [PARTIAL_SUMS][size or more]}, overwritten
     * @param sums {@code [out][size or more]}
     */
    void addProductOfColumns(float[][] inputs, int size, float[][] partial, float[][] sums) {
        for (int o = 0; o < outputs; o++) {
            if (narrow) {
                addDotProducts(inputs, size, rows[o], partial, sums[o]);
            } else {
                addScaledColumns(inputs, size, o, sums[o]);
            }
        }
    }

    private void addScaledColumns(float[][] columns, int size, int o, float[] sum) {
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            addFour(
                    sum,
                    size,
                    rows[i][o],
                    columns[i],
                    rows[i + 1][o],
                    columns[i + 1],
                    rows[i + 2][o],
                    columns[i + 2],
                    rows[i + 3][o],
                    columns[i + 3]);
        }
        for (; i < inputs; i++) {
            addOne(sum, size, rows[i][o], columns[i]);
        }
    }

    private void addDotProducts(float[][] columns, int size, float[] weights, float[][] partial, float[] sum) {
        for (float[] part : partial) {
            Arrays.fill(part, 0, size, 0f);
        }
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            for (int k = 0; k < PARTIAL_SUMS; k++) {
                addOne(partial[k], size, weights[i + k], columns[i + k]);
            }
        }
        for (; i < inputs; i++) {
            addOne(partial[0], size, weights[i], columns[i]);
        }
        addUp(sum, size, partial[0], partial[1], partial[2], partial[3]);
    }

    private static void addUp(float[] sum, int length, float[] a, float[] b, float[] c, float[] d) {
        for (int r = 0; r < length; r++) {
            sum[r] += (a[r] + b[r]) + (c[r] + d[r]);
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
