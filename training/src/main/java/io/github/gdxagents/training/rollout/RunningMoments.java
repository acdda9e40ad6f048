package io.github.gdxagents.training.rollout;

import java.util.Arrays;

/**
 * Mean and variance of vectors that arrive in batches.
 *
 * <p>Each batch's own mean and sum of squared deviations is merged into the running ones, which stays accurate where sums of squares
 * would cancel.
 *
 * <p>Thread safety: none.
 *
 * <p>Source: Chan, Golub and LeVeque 1979, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", equations 2.1.
 */
public final class RunningMoments {
    private final double[] mean;
    private final double[] squaredDeviations;
    private double count;

    /**
     * Starts with no data.
     *
     * @param size length of the vectors
     */
    public RunningMoments(int size) {
        mean = new double[size];
        squaredDeviations = new double[size];
    }

    /**
     * Merges one batch.
     *
     * @param data row-major {@code [rows, size]}
     * @param rows which rows of the data belong to the batch
     */
    public void add(float[] data, int[] rows) {
        if (rows.length == 0) {
            return;
        }
        double total = count + rows.length;
        for (int i = 0; i < mean.length; i++) {
            double batchMean = batchMean(data, rows, i);
            double delta = batchMean - mean[i];
            squaredDeviations[i] +=
                    batchDeviations(data, rows, i, batchMean) + delta * delta * count * rows.length / total;
            mean[i] += delta * rows.length / total;
        }
        count = total;
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

    /**
     * Merges a single number, where the vectors have length 1.
     *
     * @param value the number
     */
    public void add(double value) {
        count++;
        double delta = value - mean[0];
        mean[0] += delta / count;
        squaredDeviations[0] += delta * (value - mean[0]);
    }

    /**
     * How many vectors were merged.
     *
     * @return 0 or more
     */
    public double count() {
        return count;
    }

    /**
     * The mean.
     *
     * @return {@code [size]}, a copy; 0 without data
     */
    public double[] mean() {
        return mean.clone();
    }

    /**
     * The population variance.
     *
     * @return {@code [size]}, a copy; 1 with fewer than two vectors
     */
    public double[] variance() {
        double[] variance = new double[mean.length];
        if (count < 2) {
            Arrays.fill(variance, 1);
            return variance;
        }
        for (int i = 0; i < variance.length; i++) {
            variance[i] = squaredDeviations[i] / count;
        }
        return variance;
    }

    /**
     * Saves everything.
     *
     * @return count, means, sums of squared deviations
     */
    public double[] save() {
        double[] state = new double[1 + 2 * mean.length];
        state[0] = count;
        System.arraycopy(mean, 0, state, 1, mean.length);
        System.arraycopy(squaredDeviations, 0, state, 1 + mean.length, mean.length);
        return state;
    }

    /**
     * Goes on from what was saved.
     *
     * @param state what {@link #save} gave
     * @throws IllegalArgumentException if it is of vectors of another length
     */
    public void restore(double[] state) {
        if (state.length != 1 + 2 * mean.length) {
            throw new IllegalArgumentException("running moments of " + mean.length + " values need "
                    + (1 + 2 * mean.length) + " numbers, but " + state.length + " were saved");
        }
        count = state[0];
        System.arraycopy(state, 1, mean, 0, mean.length);
        System.arraycopy(state, 1 + mean.length, squaredDeviations, 0, mean.length);
    }
}
