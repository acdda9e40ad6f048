package io.github.gdxagents.training.run.health;

/**
 * What a figure was at the start of a run: its mean over the first iterations that have it.
 *
 * <p>Thread safety: none.
 */
final class Start {
    private final int iterations;
    private double sum;
    private int count;

    /** Takes the mean over a number of iterations, at least 1. */
    Start(int iterations) {
        this.iterations = iterations;
    }

    /** Shows the next value; NaN and all that come after the start are ignored. */
    void add(double value) {
        if (count < iterations && !Double.isNaN(value)) {
            sum += value;
            count++;
        }
    }

    /** Whether the start is over: before, nothing can be compared with it. */
    boolean isOver() {
        return count == iterations;
    }

    double mean() {
        return sum / count;
    }
}
