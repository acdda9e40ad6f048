package io.github.gdxagents.training.run.benchmark;

/**
 * How thoroughly a benchmark measures.
 *
 * <p>Thread safety: immutable.
 *
 * @param rounds that count, at least 1; with fewer than {@link #FEWEST_SOUND_ROUNDS} a median says little
 * @param warmUpSeconds of rounds before those, which don't count: the JVM compiles what it sees often; at least 0
 */
public record BenchmarkEffort(int rounds, double warmUpSeconds) {
    /** With fewer, one disturbed round moves the median. */
    public static final int FEWEST_SOUND_ROUNDS = 5;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is impossible
     */
    public BenchmarkEffort {
        if (rounds < 1 || !(warmUpSeconds >= 0) || Double.isInfinite(warmUpSeconds)) {
            throw new IllegalArgumentException("rounds must be at least 1 and seconds of warm-up at least 0, but are "
                    + rounds + " and " + warmUpSeconds);
        }
    }

    /**
     * Goes through the rounds: first those that don't count, at least one, in which TensorFlow prepares its session.
     *
     * @param progress is told of every round
     * @param round measures
     * @param forget forgets what was measured, once all is warm
     */
    void run(BenchmarkProgress progress, Runnable round, Runnable forget) {
        long start = System.nanoTime();
        do {
            progress.begin(0, rounds);
            round.run();
        } while ((System.nanoTime() - start) * 1e-9 < warmUpSeconds);
        forget.run();
        for (int r = 1; r <= rounds; r++) {
            progress.begin(r, rounds);
            round.run();
        }
    }
}
