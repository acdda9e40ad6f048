package io.github.gdxagents.training.tool.benchmark;

import static io.github.gdxagents.training.metrics.NumberText.count;
import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.Part;
import io.github.gdxagents.training.tool.Report;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast a game trains.
 *
 * @param threads a result for each number of threads, in the order asked for, whatever the configuration says
 */
public record BenchmarkResult(TrainingConfig config, Machine machine, int rounds, List<ThreadResult> threads)
        implements Report {
    private static final String SPEEDS = "%7s %11s %11s %11s %11s %11s %11s";
    private static final String SHARES = "%7s %11s %11s %11s %11s";

    /**
     * For one number of threads.
     *
     * <p>Ratios are made in each round, of what was measured within moments, and only then summed up: the median of a ratio holds where that of
     * each of its parts moves with what else the machine does.
     */
    record ThreadResult(int threads, List<TrainingRound> rounds) {
        Spread of(ToDoubleFunction<TrainingRound> figure) {
            return Spread.of(rounds.stream().mapToDouble(figure));
        }

        /** How much faster than with the first number of threads. */
        Spread speedUp(ToDoubleFunction<TrainingRound> speed, ThreadResult first) {
            return Spread.of(IntStream.range(0, rounds.size())
                    .mapToDouble(r -> speed.applyAsDouble(rounds.get(r)) / speed.applyAsDouble(first.rounds.get(r))));
        }

        Spread share(Part part) {
            return of(round -> round.share(part));
        }

        /** What takes the most time, of all that could be measured. */
        Part limit() {
            return Arrays.stream(Part.values())
                    .filter(part -> !Double.isNaN(share(part).median()))
                    .max(Comparator.comparingDouble(part -> share(part).median()))
                    .orElse(Part.REST);
        }
    }

    @Override
    public void print(Printer out) {
        out.line(
                "%s: %,d instances, %,d decisions of each slot an iteration, %d epochs of minibatches of %,d, networks %s",
                config.game(),
                config.rollout().instances(),
                config.rollout().horizon(),
                config.ppo().epochs(),
                config.ppo().minibatchSize(),
                config.network().hidden());
        out.line(
                "%d cores, learning on %s, %s, %s", machine.cores(), machine.device(), machine.jvm(), machine.system());
        machine.printLoad(out, "trust the ratios rather than the speeds");
        out.line("");
        printSpeeds(out);
        out.line("");
        out.line("Where the time of training goes (rest: waiting for the slowest thread, copies, reports).");
        out.line(SHARES, "threads", Part.SIMULATION, Part.INFERENCE, Part.LEARNING, Part.REST);
        for (ThreadResult result : threads) {
            Stream<String> shares = Arrays.stream(Part.values()).map(part -> ratio(result.share(part)));
            out.line(SHARES, Stream.concat(Stream.of(result.threads()), shares).toArray());
        }
        out.line("");
        threads.forEach(result -> printLimit(result, out));
    }

    private void printSpeeds(Printer out) {
        out.line(
                "Decisions per second in thousands (learning: samples, each as often as it is learned from), medians of %d rounds:",
                rounds);
        out.line(SPEEDS, "threads", "bare", "collection", "of bare", "training", "of bare", "learning");
        for (ThreadResult result : threads) {
            out.line(
                    SPEEDS,
                    result.threads(),
                    thousands(result.of(TrainingRound::bareSpeed)),
                    thousands(result.of(TrainingRound::collectionSpeed)),
                    ratio(result.of(TrainingRound::collectionRatio)),
                    thousands(result.of(TrainingRound::trainingSpeed)),
                    ratio(result.of(TrainingRound::trainingRatio)),
                    thousands(result.of(TrainingRound::learningSpeed)));
        }
        ThreadResult first = threads.get(0);
        for (ThreadResult result : threads.subList(1, threads.size())) {
            out.line(
                    SPEEDS,
                    result.threads() + " : " + first.threads(),
                    ratio(result.speedUp(TrainingRound::bareSpeed, first)),
                    ratio(result.speedUp(TrainingRound::collectionSpeed, first)),
                    "",
                    ratio(result.speedUp(TrainingRound::trainingSpeed, first)),
                    "",
                    ratio(result.speedUp(TrainingRound::learningSpeed, first)));
        }
    }

    private static String thousands(Spread speed) {
        return format("%,.1f", speed.median() / 1000);
    }

    private static String ratio(Spread ratio) {
        return format("%.3f", ratio.median());
    }

    /** The speed that is promised at most is that of Amdahl's law. */
    private void printLimit(ThreadResult result, Printer out) {
        Part limit = result.limit();
        double share = result.share(limit).median();
        boolean hasIdleCores = limit != Part.LEARNING && result.threads() < machine.cores();
        out.line(
                "With %s: %s limits training (%.0f %% of the time; without it, %,.0f decisions per second). What would help:"
                        + " %s%s.",
                count(result.threads(), "thread"),
                limit.subject,
                100 * share,
                result.of(TrainingRound::trainingSpeed).median() / (1 - share),
                hasIdleCores ? "more threads, " : "",
                limit.remedy);
    }

    /** For programs; {@code docs/benchmarks.md} explains the keys. */
    @Override
    public Map<String, Object> json() {
        return Json.object(
                "game", config.game(),
                "settings", config.middleSettings(),
                "instances", config.rollout().instances(),
                "horizon", config.rollout().horizon(),
                "epochs", config.ppo().epochs(),
                "minibatchSize", config.ppo().minibatchSize(),
                "hidden", config.network().hidden(),
                "machine", machine,
                "rounds", rounds,
                "threads", threads.stream().map(this::json).toList());
    }

    private Map<String, Object> json(ThreadResult result) {
        ThreadResult first = threads.get(0);
        return Json.object(
                "threads", result.threads(),
                "bareStepsPerSecond", result.of(TrainingRound::bareSpeed),
                "collectionStepsPerSecond", result.of(TrainingRound::collectionSpeed),
                "learningSamplesPerSecond", result.of(TrainingRound::learningSpeed),
                "trainingStepsPerSecond", result.of(TrainingRound::trainingSpeed),
                "collectionRatio", result.of(TrainingRound::collectionRatio),
                "trainingRatio", result.of(TrainingRound::trainingRatio),
                "simulationShare", result.share(Part.SIMULATION),
                "inferenceShare", result.share(Part.INFERENCE),
                "learningShare", result.share(Part.LEARNING),
                "restShare", result.share(Part.REST),
                "bareSpeedUp", result.speedUp(TrainingRound::bareSpeed, first),
                "collectionSpeedUp", result.speedUp(TrainingRound::collectionSpeed, first),
                "learningSpeedUp", result.speedUp(TrainingRound::learningSpeed, first),
                "trainingSpeedUp", result.speedUp(TrainingRound::trainingSpeed, first),
                "limit", result.limit().toString());
    }
}
