package io.github.gdxagents.training.tool.tune;

import static io.github.gdxagents.training.metrics.NumberText.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What candidates, equal by value, cost, measured in turns: so a machine that is busy with other things slows all alike. */
final class SpeedComparison<C> {
    /** What a measurement gives if a candidate can't be measured: it has no cost and no more turns. */
    static final double FAILED = Double.NaN;

    /** Measuring oftener would tell no more. */
    private static final int MOST_ROUNDS = 9;
    /** Once is a number, but nothing to compare with: the machine may have been busy. */
    private static final int LEAST_COMPARABLE = 2;
    /** How much faster another must be to be worth it. */
    private static final double CLEARLY = 1.05;

    /** Of all that did not fail. */
    private final Map<C, List<Double>> costs = new HashMap<>();

    /**
     * Measures until the time is used up, or often enough; a measurement that has begun by then still counts, and the
     * first candidate that does not fail is measured at least once.
     *
     * @param cost measures one in seconds for each decision, or gives {@link #FAILED}
     */
    SpeedComparison(List<C> candidates, TuningBudget budget, ToDoubleFunction<C> cost) {
        candidates.forEach(candidate -> costs.put(candidate, new ArrayList<>()));
        boolean isAnyMeasured = false;
        for (int turn = 0; turn < MOST_ROUNDS * candidates.size() && !(isAnyMeasured && budget.isSpent()); turn++) {
            C candidate = candidates.get(turn % candidates.size());
            if (hasFailed(candidate)) {
                continue;
            }
            double measured = cost.applyAsDouble(candidate);
            if (Double.isNaN(measured)) {
                costs.remove(candidate);
            } else {
                costs.get(candidate).add(measured);
                isAnyMeasured = true;
            }
        }
    }

    boolean hasFailed(C candidate) {
        return !costs.containsKey(candidate);
    }

    /** All measurements of one, in order; empty if there was no time, or if it failed. */
    List<Double> costs(C candidate) {
        return costs.getOrDefault(candidate, List.of());
    }

    /** The median, the lower of two, since what disturbs a measurement only ever adds to it; NaN if there is none. */
    double cost(C candidate) {
        List<Double> sorted = costs(candidate).stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
    }

    /**
     * Chooses the first that is not clearly slower than the fastest. A difference of a few per cent is noise, and may be another on the
     * next day: it is no reason for more threads, more memory or a less usual setting.
     *
     * @param simplestFirst candidates in order of preference
     * @param otherwise what is chosen if any of them has not been measured often enough: half a comparison is none
     */
    C simplest(List<C> simplestFirst, C otherwise) {
        if (simplestFirst.stream().anyMatch(candidate -> costs(candidate).size() < LEAST_COMPARABLE)) {
            return otherwise;
        }
        double least = simplestFirst.stream().mapToDouble(this::cost).min().orElse(Double.NaN);
        return simplestFirst.stream()
                .filter(candidate -> cost(candidate) <= CLEARLY * least)
                .findFirst()
                .orElse(otherwise);
    }

    /** A line for whoever wonders why something was chosen. */
    String finding(String what, C candidate) {
        int measurements = costs(candidate).size();
        return measurements == 0
                ? what + ": not measured"
                : format("%s: %,.0f decisions per second (median of %d)", what, 1 / cost(candidate), measurements);
    }
}
