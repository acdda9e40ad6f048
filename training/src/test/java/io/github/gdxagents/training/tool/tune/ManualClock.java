package io.github.gdxagents.training.tool.tune;

import java.util.function.LongSupplier;

/** A clock that stands still until it is told to go on. */
final class ManualClock implements LongSupplier {
    private long nanos = Long.MAX_VALUE - 1; // clocks may overflow

    void pass(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
