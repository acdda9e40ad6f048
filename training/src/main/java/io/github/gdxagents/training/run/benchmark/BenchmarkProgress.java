package io.github.gdxagents.training.run.benchmark;

/** Is told how far a benchmark is. */
public interface BenchmarkProgress {
    /** Doesn't care. */
    BenchmarkProgress NONE = (round, rounds) -> {};

    /**
     * A round begins.
     *
     * @param round its number from 1, or 0 while nothing counts yet
     * @param rounds how many there will be
     */
    void begin(int round, int rounds);
}
