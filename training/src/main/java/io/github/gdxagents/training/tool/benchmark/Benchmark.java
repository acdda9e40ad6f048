package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.tool.benchmark.BenchmarkResult.ThreadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Measures training against the bare simulation in one run, in turns, so that a machine that is busy with other things slows all alike
 * and their ratios hold.
 *
 * <p>A round is, for each number of threads, as many bare steps as an iteration has, and the iteration. All trainers learn the same from
 * the same seed, so that they simulate the same episodes.
 *
 * @param configs one for each number of threads, otherwise the same; at least one
 */
public record Benchmark(List<TrainingConfig> configs, SimulationFactory game) {
    /** Runs it; progress is told the number of a round that begins, or 0 while nothing counts yet. Whatever a trainer throws is thrown. */
    public BenchmarkResult run(Rounds rounds, IntConsumer progress) {
        double load = Machine.currentLoad();
        List<ThreadBenchmark> benchmarks = new ArrayList<>();
        try {
            for (TrainingConfig config : configs) {
                benchmarks.add(new ThreadBenchmark(config, game));
            }
            List<ThreadResult> results = rounds.measure(
                    benchmarks,
                    ThreadBenchmark::measure,
                    (benchmark, measured) -> new ThreadResult(benchmark.threads, measured),
                    progress);
            String device = benchmarks.get(0).trainer.device().toString();
            return new BenchmarkResult(configs.get(0), Machine.here(load, device), rounds.count(), results);
        } finally {
            benchmarks.forEach(ThreadBenchmark::close);
        }
    }

    /** For one number of threads a trainer, and a bare simulation of as many instances. */
    private static final class ThreadBenchmark {
        private final TrainingConfig config;
        private final int threads;
        private final Trainer trainer;
        private final BareSimulation simulation;

        ThreadBenchmark(TrainingConfig config, SimulationFactory game) {
            this.config = config;
            int instances = config.rollout().instances();
            threads =
                    Math.min(config.rollout().playable(game).threadCount(), instances); // more would have nothing to do
            SimulationSettings settings = config.simulationSettings(game);
            trainer = new Trainer(config, game);
            try {
                simulation = new BareSimulation(() -> game.create(settings), instances, threads, config.seed());
            } catch (RuntimeException | Error e) {
                trainer.close();
                throw e;
            }
        }

        TrainingRound measure() {
            double bare = simulation.measure(config.rollout().horizon());
            return TrainingRound.measure(bare, trainer, config.ppo().minibatchSize());
        }

        void close() {
            simulation.close();
            trainer.close();
        }
    }
}
