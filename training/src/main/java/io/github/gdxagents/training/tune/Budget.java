package io.github.gdxagents.training.tune;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Time that may be spent; it runs from the moment that it is made.
 *
 * <p>Thread safety: immutable.
 */
final class Budget {
    private static final double NANO = 1e-9;

    private final LongSupplier nanoTime;
    private final BooleanSupplier stop;
    private final long start;
    private final double seconds;

    /**
     * Begins now.
     *
     * @param nanoTime a clock in nanoseconds
     * @param seconds how much may be spent, at least 0
     * @param stop whether nothing more is to be spent
     */
    Budget(LongSupplier nanoTime, double seconds, BooleanSupplier stop) {
        this.nanoTime = nanoTime;
        this.stop = stop;
        this.seconds = seconds;
        start = nanoTime.getAsLong();
    }

    /** Seconds since it was made. */
    double spent() {
        return (nanoTime.getAsLong() - start) * NANO;
    }

    /** Whether nothing is left. */
    boolean isSpent() {
        return stop.getAsBoolean() || spent() >= seconds;
    }

    /** A part of what is left, in (0, 1], from now on. */
    Budget part(double share) {
        return new Budget(nanoTime, share * Math.max(0, seconds - spent()), stop);
    }
}
