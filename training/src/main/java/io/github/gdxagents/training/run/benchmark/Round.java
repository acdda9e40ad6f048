package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.ppo.Trainer;
import java.util.Map;

/**
 * One turn of a number of threads: some bare simulation, then one training iteration.
 *
 * <p>Thread safety: immutable.
 *
 * @param bareStepsPerSecond decisions per second of the bare simulation
 * @param steps decisions of the iteration
 * @param samples how often a decision was learned from, over all epochs
 * @param seconds of the iteration
 * @param simulationSeconds of these, mean over the threads
 * @param inferenceSeconds of these, mean over the threads
 * @param learningSeconds of these
 */
record Round(
        double bareStepsPerSecond,
        long steps,
        double samples,
        double seconds,
        double simulationSeconds,
        double inferenceSeconds,
        double learningSeconds) {
    /** Measures an iteration. */
    static Round measure(double bareStepsPerSecond, Trainer trainer, int minibatchSize) {
        long before = trainer.steps();
        long start = System.nanoTime();
        IterationReport report = trainer.iterate();
        double seconds = (System.nanoTime() - start) * 1e-9;
        long steps = trainer.steps() - before;
        return new Round(
                bareStepsPerSecond,
                steps,
                samples(report, steps, minibatchSize),
                seconds,
                report.simulationSeconds(),
                report.inferenceSeconds(),
                report.learningSeconds());
    }

    /**
     * Updates times the size of a minibatch, of which a rollout has a whole number. Exact for one behavior; several are taken to have
     * decided equally often.
     */
    static double samples(IterationReport report, long steps, int minibatchSize) {
        double ofEach = (double) steps / report.metrics().size();
        double minibatch = ofEach / Math.max(1, Math.round(ofEach / minibatchSize));
        double samples = 0;
        for (Map<Metric, Double> metrics : report.metrics().values()) {
            samples += metrics.getOrDefault(Metric.UPDATES, 0.0) * minibatch;
        }
        return samples;
    }

    double collectionStepsPerSecond() {
        return steps / (seconds - learningSeconds);
    }

    double learningSamplesPerSecond() {
        return samples / learningSeconds;
    }

    double trainingStepsPerSecond() {
        return steps / seconds;
    }

    double restSeconds() {
        return seconds - simulationSeconds - inferenceSeconds - learningSeconds;
    }
}
