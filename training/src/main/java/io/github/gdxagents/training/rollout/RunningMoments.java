package io.github.gdxagents.training.rollout;

import java.util.Arrays;

/**
 * Mean and variance of vectors that arrive in batches.
 *
 * <p>Each batch's own mean and sum of squared deviations is merged into the running ones, which stays accurate where sums of squares
 * would cancel.
 *
 * <p>Every value has a count of its own. It is the same for all, unless {@link #restore} gave some values a past and others none: one that
 * has been seen 100,000 times then hardly moves with the next batch, while one that is new takes the batch's moments as they are.
 *
 * <p>Source: Chan, Golub and LeVeque 1979, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", equations 2.1.
 */
public final class RunningMoments {
    private final double[] counts;
    private final double[] mean;
    private final double[] squaredDeviations;

    /** Starts with no data. */
    public RunningMoments(int size) {
        counts = new double[size];
        mean = new double[size];
        squaredDeviations = new double[size];
    }

    /** Merges one batch: some rows of row-major {@code [rows, size]}. */
    public void add(float[] data, int[] rows) {
        add(data, rows, 0, mean.length);
    }

    /** Merges one batch of some of the values: those from an index to before another. */
    void add(float[] data, int[] rows, int from, int to) {
        if (rows.length == 0) {
            return;
        }
        for (int i = from; i < to; i++) {
            double total = counts[i] + rows.length;
            double batchMean = batchMean(data, rows, i);
            double delta = batchMean - mean[i];
            squaredDeviations[i] +=
                    batchDeviations(data, rows, i, batchMean) + delta * delta * counts[i] * rows.length / total;
            mean[i] += delta * rows.length / total;
            counts[i] = total;
        }
    }

    private double batchMean(float[] data, int[] rows, int i) {
        double sum = 0;
        for (int row : rows) {
            sum += data[row * mean.length + i];
        }
        return sum / rows.length;
    }

    private double batchDeviations(float[] data, int[] rows, int i, double batchMean) {
        double sum = 0;
        for (int row : rows) {
            double difference = data[row * mean.length + i] - batchMean;
            sum += difference * difference;
        }
        return sum;
    }

    /** Merges a single number, where the vectors have length 1. */
    public void add(double value) {
        counts[0]++;
        double delta = value - mean[0];
        mean[0] += delta / counts[0];
        squaredDeviations[0] += delta * (value - mean[0]);
    }

    /** Takes the data of several values as that of one, which each of them then has. */
    void pool(int[] values) {
        double count = 0;
        double common = 0;
        double squares = 0;
        for (int i : values) {
            if (counts[i] > 0) {
                double total = count + counts[i];
                double delta = mean[i] - common;
                squares += squaredDeviations[i] + delta * delta * count * counts[i] / total;
                common += delta * counts[i] / total;
                count = total;
            }
        }
        for (int i : values) {
            counts[i] = count;
            mean[i] = common;
            squaredDeviations[i] = squares;
        }
    }

    /** Whether no value has been seen yet. */
    public boolean isEmpty() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** How often each value was seen, {@code [size]}, a copy. */
    public double[] counts() {
        return counts.clone();
    }

    /** {@code [size]}, a copy; 0 without data. */
    public double[] mean() {
        return mean.clone();
    }

    /** The population variance {@code [size]}, a copy; 1 for a value that was seen less than twice. */
    public double[] variance() {
        double[] variance = new double[mean.length];
        for (int i = 0; i < variance.length; i++) {
            variance[i] = counts[i] < 2 ? 1 : squaredDeviations[i] / counts[i];
        }
        return variance;
    }

    /** Counts, means, sums of squared deviations, {@code [3 * size]}. */
    public double[] save() {
        int size = mean.length;
        double[] state = new double[3 * size];
        System.arraycopy(counts, 0, state, 0, size);
        System.arraycopy(mean, 0, state, size, size);
        System.arraycopy(squaredDeviations, 0, state, 2 * size, size);
        return state;
    }

    /**
     * Goes on from what was saved.
     *
     * @param state what {@link #save} gave; or, from checkpoints of former versions, {@code [1 + 2 * size]} with one count for all values
     * @throws IllegalArgumentException if it is of vectors of another length
     */
    public void restore(double[] state) {
        int size = mean.length;
        int countsSaved = state.length - 2 * size;
        if (countsSaved != size && countsSaved != 1) {
            throw new IllegalArgumentException("running moments of " + size + " values need " + 3 * size
                    + " numbers, but " + state.length + " were saved");
        }
        for (int i = 0; i < size; i++) {
            counts[i] = state[countsSaved == size ? i : 0];
        }
        System.arraycopy(state, countsSaved, mean, 0, size);
        System.arraycopy(state, countsSaved + size, squaredDeviations, 0, size);
    }
}
