package io.github.gdxagents.training.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, as lines for whoever wonders why something was chosen.
 *
 * <p>Thread safety: none.
 */
final class Findings {
    private final List<String> lines = new ArrayList<>();

    /**
     * Notes a measurement.
     *
     * @param what was measured
     * @param timing in seconds for each decision
     */
    void add(String what, Timing<?> timing) {
        lines.add(
                timing.isMeasured()
                        ? String.format(
                                Locale.ROOT,
                                "%s: %,.0f decisions per second (median of %d)",
                                what,
                                1 / timing.cost(),
                                timing.costs().size())
                        : what + ": not measured");
    }

    /** Notes what can't be done at all. */
    void failed(String what, Throwable failure) {
        lines.add(what + ": failed, " + failure);
    }

    /** In the order in which they were found. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
