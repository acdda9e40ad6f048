package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;

/**
 * How fast a game trains.
 *
 * <p>Thread safety: immutable.
 *
 * @param config what was measured, whatever number of threads it says
 * @param machine where it was measured
 * @param rounds that were measured
 * @param threads a result for each number of threads, in the order asked for
 */
public record BenchmarkResult(TrainingConfig config, Machine machine, int rounds, List<ThreadResult> threads) {
    /** Copies the list. */
    public BenchmarkResult {
        threads = List.copyOf(threads);
    }
}
