package io.github.gdxagents.training.tool.tune;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Time that may be spent on measuring; it runs from the moment that it is made. */
final class TuningBudget {
    /** Of all the time: short enough that each candidate gets several turns. */
    private static final double SLICE_SHARE = 0.01;

    private final LongSupplier nanoTime;
    private final BooleanSupplier isStopWanted;
    private final long start;
    private final double seconds;
    private final double sliceSeconds;

    /** Begins now, to last so many seconds by a clock in nanoseconds, which may overflow, or until a stop is wanted. */
    TuningBudget(LongSupplier nanoTime, double seconds, BooleanSupplier isStopWanted) {
        this(nanoTime, seconds, isStopWanted, SLICE_SHARE * seconds);
    }

    private TuningBudget(LongSupplier nanoTime, double seconds, BooleanSupplier isStopWanted, double sliceSeconds) {
        this.nanoTime = nanoTime;
        this.isStopWanted = isStopWanted;
        this.seconds = seconds;
        this.sliceSeconds = sliceSeconds;
        start = nanoTime.getAsLong();
    }

    /** Seconds since it was made. */
    double spent() {
        return (nanoTime.getAsLong() - start) * 1e-9;
    }

    boolean isSpent() {
        return isStopWanted.getAsBoolean() || spent() >= seconds;
    }

    /** Seconds that one measurement may take, in a part as in the whole. */
    double sliceSeconds() {
        return sliceSeconds;
    }

    /** A part of what is left, in (0, 1], from now on. */
    TuningBudget part(double share) {
        return new TuningBudget(nanoTime, share * Math.max(0, seconds - spent()), isStopWanted, sliceSeconds);
    }
}
