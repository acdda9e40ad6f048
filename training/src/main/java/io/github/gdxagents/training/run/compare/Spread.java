package io.github.gdxagents.training.run.compare;

import java.util.Arrays;

/**
 * Median and range of some numbers.
 *
 * @param count of the numbers; those that are NaN don't count
 * @param median of them, NaN if there are none
 * @param smallest of them
 * @param largest of them
 */
record Spread(int count, double median, double smallest, double largest) {
    static Spread of(double[] numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double median = n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
        return new Spread(n, median, sorted[0], sorted[n - 1]);
    }
}
