package io.github.gdxagents.training.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate cost, measured some times.
 *
 * <p>Thread safety: immutable.
 *
 * @param <C> kind of candidate
 * @param candidate that was measured
 * @param costs of each measurement, in any unit, lower is better; empty if there was no time, or if it could not be measured
 */
record Timing<C>(C candidate, List<Double> costs) {
    private static final int LEAST_COMPARABLE = 2;

    Timing {
        costs = List.copyOf(costs);
    }

    /** Once is a number, but nothing to compare with: the machine may have been busy. */
    boolean isComparable() {
        return costs.size() >= LEAST_COMPARABLE;
    }

    boolean isMeasured() {
        return !costs.isEmpty();
    }

    /** The median, the lower of two: what disturbs a measurement only ever adds to it. */
    double cost() {
        List<Double> sorted = new ArrayList<>(costs);
        sorted.sort(null);
        return sorted.get((sorted.size() - 1) / 2);
    }
}
