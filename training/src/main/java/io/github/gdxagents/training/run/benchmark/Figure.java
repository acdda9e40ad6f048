package io.github.gdxagents.training.run.benchmark;

import java.util.Arrays;

/**
 * A figure as the rounds of a benchmark gave it.
 *
 * <p>Thread safety: immutable.
 *
 * @param median of the rounds; of an even number, the mean of the two in the middle
 * @param smallest of the rounds
 * @param largest of the rounds
 */
public record Figure(double median, double smallest, double largest) {
    /**
     * Sums up.
     *
     * @param values one for each round, at least one
     * @return median and range
     */
    static Figure of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Figure(0.5 * (sorted[last / 2] + sorted[(last + 1) / 2]), sorted[0], sorted[last]);
    }
}
