package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures training against the bare simulation in one run, in turns, so that a machine that is busy with other things slows both
 * alike and their ratio holds.
 *
 * <p>Thread safety: none; one thread calls.
 */
public final class Benchmark {
    private static final int WARM_UP_ROUNDS = 3;

    private final TrainingConfig config;
    private final SimulationFactory game;
    private final int rounds;

    /**
     * Prepares a benchmark.
     *
     * @param config as for training
     * @param game makes the instances
     * @param rounds how often bare simulation and training take turns, at least 1
     */
    public Benchmark(TrainingConfig config, SimulationFactory game, int rounds) {
        this.config = config;
        this.game = game;
        this.rounds = rounds;
    }

    /**
     * Runs it.
     *
     * @return medians over the rounds
     */
    public BenchmarkResult run() {
        SimulationSettings chosen = config.simulationSettings(game);
        int threads = config.rollout().threadCount();
        List<Double> bare = new ArrayList<>();
        List<Round> trained = new ArrayList<>();
        try (BareSimulation simulation = new BareSimulation(
                        () -> game.create(chosen), config.rollout().instances(), threads, config.seed());
                Trainer trainer = new Trainer(config, game)) {
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                double bareSpeed = simulation.measure(config.rollout().horizon());
                Round training = Round.of(trainer);
                if (round >= 0) {
                    bare.add(bareSpeed);
                    trained.add(training);
                }
            }
        }
        return new BenchmarkResult(
                config.rollout().instances(),
                threads,
                median(bare, speed -> speed),
                median(trained, round -> round.steps / (round.seconds - round.report.learningSeconds())),
                median(trained, round -> round.steps / round.seconds),
                median(trained, round -> round.report.simulationSeconds() / round.seconds),
                median(trained, round -> round.report.inferenceSeconds() / round.seconds),
                median(trained, round -> round.report.learningSeconds() / round.seconds),
                median(trained, Round::restShare));
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
        double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return Arrays.stream(sorted)
                .skip(sorted.length % 2 == 1 ? middle : middle - 1)
                .limit(sorted.length % 2 == 1 ? 1 : 2)
                .average()
                .orElse(Double.NaN);
    }

    /** One training iteration. */
    private record Round(IterationReport report, long steps, double seconds) {
        static Round of(Trainer trainer) {
            long before = trainer.steps();
            long start = System.nanoTime();
            IterationReport report = trainer.iterate();
            return new Round(report, trainer.steps() - before, (System.nanoTime() - start) * 1e-9);
        }

        double restShare() {
            return 1 - (report.simulationSeconds() + report.inferenceSeconds() + report.learningSeconds()) / seconds;
        }
    }
}
