package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.config.LearnerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is worth being measured.
 *
 * <p>Thread safety: stateless.
 */
final class Candidates {
    /** More parts than that have too few samples each, and their sums take the time that they save. */
    private static final int MOST_SHARDS = 4;

    private static final int DEFAULT_SHARDS = 2;

    private Candidates() {}

    /** Numbers of threads, fewest first: one, half the cores (the real ones, where each runs two threads), and all. */
    static List<Integer> threads(int cores) {
        return Stream.of(1, cores / 2, cores)
                .filter(count -> count >= 1)
                .distinct()
                .sorted()
                .toList();
    }

    /** Ways to learn on the CPU, simplest first: 1 or 2 parts, which is the default on any machine, or 4 if each has a thread. */
    static List<LearnerConfig> onCpu(LearnerConfig given, int threads) {
        List<LearnerConfig> candidates = new ArrayList<>();
        for (int shards = 1; shards <= Math.max(DEFAULT_SHARDS, Math.min(threads, MOST_SHARDS)); shards *= 2) {
            candidates.add(given.with(Device.CPU, shards));
        }
        return candidates;
    }
}
