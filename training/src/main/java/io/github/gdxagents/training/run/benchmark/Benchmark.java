package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures training against the bare simulation in one run, in turns, so that a machine that is busy with other things slows all alike
 * and their ratios hold.
 *
 * <p>A round is, for each number of threads, as many bare steps as an iteration has, and the iteration. All trainers learn the same from
 * the same seed, so that they simulate the same episodes.
 *
 * <p>Thread safety: none; one thread calls.
 */
public final class Benchmark {
    private final List<TrainingConfig> configs;
    private final SimulationFactory game;
    private final BenchmarkEffort effort;

    /**
     * Prepares a benchmark.
     *
     * @param configs as for training, one for each number of threads and otherwise the same; at least one
     * @param game makes the instances
     * @param effort how thoroughly it measures
     */
    public Benchmark(List<TrainingConfig> configs, SimulationFactory game, BenchmarkEffort effort) {
        this.configs = List.copyOf(configs);
        this.game = game;
        this.effort = effort;
    }

    /**
     * Runs it.
     *
     * @param progress is told of every round
     * @return what it found
     * @throws RuntimeException whatever the trainer throws
     */
    public BenchmarkResult run(BenchmarkProgress progress) {
        double load = Machine.currentLoad();
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (TrainingConfig config : configs) {
                contestants.add(new Contestant(config, game));
            }
            effort.run(
                    progress,
                    () -> contestants.forEach(Contestant::measure),
                    () -> contestants.forEach(Contestant::forget));
            return new BenchmarkResult(
                    configs.get(0),
                    Machine.here(load, contestants.get(0).device()),
                    effort.rounds(),
                    contestants.stream().map(Contestant::result).toList());
        } finally {
            contestants.forEach(Contestant::close);
        }
    }
}
