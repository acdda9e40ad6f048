package io.github.gdxagents.training.tool.benchmark;

import java.util.stream.DoubleStream;

/**
 * What the rounds of a benchmark gave for one figure; the median of an even number is the mean of the two in the
 * middle.
 */
record RoundStatistics(double median, double smallest, double largest) {
    /** Of at least one round. */
    static RoundStatistics of(DoubleStream rounds) {
        double[] sorted = rounds.sorted().toArray();
        int last = sorted.length - 1;
        return new RoundStatistics(0.5 * (sorted[last / 2] + sorted[(last + 1) / 2]), sorted[0], sorted[last]);
    }
}
