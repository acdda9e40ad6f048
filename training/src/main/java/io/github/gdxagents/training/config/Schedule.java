package io.github.gdxagents.training.config;

/**
 * A value that moves in a straight line from the first decision of a run to the last. In YAML it is a number (constant) or
 * {@code {start: 1e-3, end: 0}}.
 *
 * <p>Thread safety: immutable.
 *
 * @param start at the first decision, finite
 * @param end at decision {@code totalSteps}, finite
 */
public record Schedule(double start, double end) {
    /**
     * Makes a schedule.
     *
     * @throws ConfigException if an end is not finite
     */
    public Schedule {
        Faults faults = new Faults();
        faults.require(Double.isFinite(start), "start", "finite", start);
        faults.require(Double.isFinite(end), "end", "finite", end);
        faults.throwIfAny();
    }

    /**
     * Makes a schedule that does not move.
     *
     * @param value finite
     * @return start and end are the value
     */
    public static Schedule constant(double value) {
        return new Schedule(value, value);
    }

    /**
     * The value at some point of the run.
     *
     * @param progress share of the steps that are behind us; clamped to [0, 1]
     * @return between start and end
     */
    public double value(double progress) {
        double share = Math.max(0, Math.min(1, progress));
        return start == end ? start : (1 - share) * start + share * end;
    }

    double smallest() {
        return Math.min(start, end);
    }

    double largest() {
        return Math.max(start, end);
    }
}
