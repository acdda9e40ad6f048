package io.github.gdxagents.training.tool.benchmark;

import static io.github.gdxagents.training.metrics.NumberText.count;
import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.ppo.SyntheticLearner;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.Report;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How fast learners are. */
public record LearnerResult(LearnerBenchmark benchmark, Machine machine, int rounds, List<Learner> learners)
        implements Report {
    private static final String COLUMNS = "%9s %10s %12s %24s %12s %14s";

    /** An iteration of a learner, and how long this process kept processors busy; NaN where the JVM doesn't tell. */
    record Round(SyntheticLearner.Time time, double processorNanos) {}

    /**
     * A learner and its rounds.
     *
     * @param width of its two hidden layers, each of policy and value function
     * @param minibatch samples of an update that were asked for; an iteration has a whole number of about that size
     */
    record Learner(int width, int minibatch, List<Round> rounds) {
        /** Of an update, its share of all that an iteration measures and copies included. */
        Spread microseconds() {
            return of(SyntheticLearner.Time::microsecondsPerUpdate);
        }

        /** How often a sample is learned from. */
        Spread samplesPerSecond() {
            return of(SyntheticLearner.Time::samplesPerSecond);
        }

        private Spread of(ToDoubleFunction<SyntheticLearner.Time> figure) {
            return Spread.of(rounds.stream().map(Round::time).mapToDouble(figure));
        }

        /** Of an update, mean over the rounds, since it is counted in coarse ticks; it depends less on what else the machine does. */
        double processorMicroseconds() {
            double nanos = rounds.stream().mapToDouble(Round::processorNanos).sum();
            int updates = rounds.stream()
                    .map(Round::time)
                    .mapToInt(SyntheticLearner.Time::updates)
                    .sum();
            return nanos * 1e-3 / updates;
        }

        private Map<String, Object> json() {
            return Json.object(
                    "width", width,
                    "minibatch", minibatch,
                    "microsecondsPerUpdate", microseconds(),
                    "processorMicrosecondsPerUpdate", processorMicroseconds(),
                    "samplesPerSecond", samplesPerSecond());
        }
    }

    @Override
    public void print(Printer out) {
        out.line(
                "8 observations, 4 choices, relu; iterations of %,d samples in %d epochs; %s of %d cores, %s, %s",
                benchmark.samples(),
                benchmark.epochs(),
                count(benchmark.threads(), "thread"),
                machine.cores(),
                machine.device(),
                machine.jvm());
        machine.printLoad(out, "the processor's time says more than that of the clock");
        out.line("Microseconds of an update, medians of %d rounds:", rounds);
        out.line(COLUMNS, "network", "minibatch", "median", "smallest to largest", "processor", "samples/s");
        for (Learner learner : learners) {
            Spread time = learner.microseconds();
            out.line(
                    COLUMNS,
                    learner.width() + "x" + learner.width(),
                    learner.minibatch(),
                    format("%.1f", time.median()),
                    format("%.1f to %.1f", time.smallest(), time.largest()),
                    format("%.1f", learner.processorMicroseconds()),
                    format("%,.0f", learner.samplesPerSecond().median()));
        }
    }

    /** For programs; {@code docs/benchmarks.md} explains the keys. */
    @Override
    public Map<String, Object> json() {
        return Json.object(
                "samples", benchmark.samples(),
                "epochs", benchmark.epochs(),
                "threads", benchmark.threads(),
                "machine", machine,
                "rounds", rounds,
                "learners", learners.stream().map(Learner::json).toList());
    }
}
