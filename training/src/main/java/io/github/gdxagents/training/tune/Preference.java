package io.github.gdxagents.training.tune;

import java.util.List;

/**
 * Chooses among measured candidates: the first that is not clearly slower than the fastest.
 *
 * <p>A difference of a few per cent is noise, and may be another on the next day: it is no reason for more threads, more memory or a less
 * usual setting.
 *
 * <p>Thread safety: stateless.
 */
final class Preference {
    /** How much faster another must be to be worth it. */
    private static final double CLEARLY = 1.05;

    private Preference() {}

    /**
     * Chooses.
     *
     * @param timings in order of preference, simplest first
     * @param otherwise what is chosen if any of them has not been measured often enough: half a comparison is none
     */
    static <C> C among(List<Timing<C>> timings, C otherwise) {
        if (!timings.stream().allMatch(Timing::isComparable)) {
            return otherwise;
        }
        double least = timings.stream().mapToDouble(Timing::cost).min().orElse(Double.NaN);
        return timings.stream()
                .filter(timing -> timing.cost() <= CLEARLY * least)
                .map(Timing::candidate)
                .findFirst()
                .orElse(otherwise);
    }
}
