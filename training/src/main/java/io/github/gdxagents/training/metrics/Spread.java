package io.github.gdxagents.training.metrics;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/** Median and range of some numbers, NaN if there are none; the median of an even number is the mean of the two in the middle. */
public record Spread(double median, double smallest, double largest) {
    /** {@return that of the numbers among them: those that are NaN don't count} */
    public static Spread of(DoubleStream numbers) {
        double[] sorted =
                numbers.filter(number -> !Double.isNaN(number)).sorted().toArray();
        return sorted.length == 0
                ? new Spread(Double.NaN, Double.NaN, Double.NaN)
                : new Spread(Median.withDefaults().evaluate(sorted), sorted[0], sorted[sorted.length - 1]);
    }
}
