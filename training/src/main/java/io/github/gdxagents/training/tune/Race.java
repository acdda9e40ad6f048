package io.github.gdxagents.training.tune;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Measures candidates in turns, so that a machine that is busy with other things slows all alike.
 *
 * <p>Thread safety: none.
 */
final class Race {
    /** What a measurement gives if a candidate can't be measured: it has no more turns. */
    static final double FAILED = Double.NaN;

    private static final int MOST_ROUNDS = 9;

    private final Budget budget;

    /** {@code budget} is for all rounds together; a measurement that has begun when it is used up still counts. */
    Race(Budget budget) {
        this.budget = budget;
    }

    /**
     * Measures until the time is used up, or often enough.
     *
     * @param candidates in any order; the first that does not fail is measured at least once
     * @param cost measures one, or gives {@link #FAILED}
     * @return in the same order; without any cost where there was no time, or which can't be measured
     */
    <C> List<Timing<C>> run(List<C> candidates, ToDoubleFunction<C> cost) {
        List<List<Double>> costs = new ArrayList<>();
        candidates.forEach(candidate -> costs.add(new ArrayList<>()));
        Set<Integer> failed = new HashSet<>();
        boolean isFirst = true;
        for (int turn = 0; turn < MOST_ROUNDS * candidates.size() && (isFirst || !budget.isSpent()); turn++) {
            int index = turn % candidates.size();
            if (failed.contains(index)) {
                continue;
            }
            double measured = cost.applyAsDouble(candidates.get(index));
            if (Double.isNaN(measured)) {
                failed.add(index);
                costs.get(index).clear();
            } else {
                costs.get(index).add(measured);
                isFirst = false;
            }
        }
        List<Timing<C>> timings = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            timings.add(new Timing<>(candidates.get(i), costs.get(i)));
        }
        return timings;
    }
}
