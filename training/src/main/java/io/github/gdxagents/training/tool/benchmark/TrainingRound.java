package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.ppo.Minibatches;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.tool.Part;
import java.util.Map;

/**
 * One training iteration, and bare simulation measured just before it. Speeds are in decisions per second, that of learning in samples:
 * a decision that is learned from in four epochs is four.
 *
 * @param bareSpeed of the game with random actions and nothing else: the limit of collection and training
 * @param samples how often a decision was learned from, over all epochs
 * @param seconds of the iteration, of these on the mean of the threads {@code simulationSeconds} and {@code inferenceSeconds}
 */
record TrainingRound(
        double bareSpeed,
        long steps,
        double samples,
        double seconds,
        double simulationSeconds,
        double inferenceSeconds,
        double learningSeconds) {
    static TrainingRound measure(double bareSpeed, Trainer trainer, int minibatchSize) {
        long before = trainer.steps();
        long start = System.nanoTime();
        IterationReport report = trainer.iterate();
        double seconds = (System.nanoTime() - start) * 1e-9;
        long steps = trainer.steps() - before;
        return new TrainingRound(
                bareSpeed,
                steps,
                samples(report, steps, minibatchSize),
                seconds,
                report.simulationSeconds(),
                report.inferenceSeconds(),
                report.learningSeconds());
    }

    /** Updates times the true size of a minibatch. Exact for one behavior; several are taken to have decided equally often. */
    static double samples(IterationReport report, long steps, int minibatchSize) {
        double ofEach = (double) steps / report.metrics().size();
        double minibatch = ofEach / Minibatches.count(ofEach, minibatchSize);
        double samples = 0;
        for (Map<Metric, Double> metrics : report.metrics().values()) {
            samples += metrics.getOrDefault(Metric.UPDATES, 0.0) * minibatch;
        }
        return samples;
    }

    /** Of what an iteration does before it learns. */
    double collectionSpeed() {
        return steps / (seconds - learningSeconds);
    }

    double learningSpeed() {
        return samples / learningSeconds;
    }

    double trainingSpeed() {
        return steps / seconds;
    }

    /** How near collection comes to the limit, at most about 1. */
    double collectionRatio() {
        return collectionSpeed() / bareSpeed;
    }

    double trainingRatio() {
        return trainingSpeed() / bareSpeed;
    }

    /** In [0, 1]; all parts together are about 1. */
    double share(Part part) {
        double ofPart = switch (part) {
            case SIMULATION -> simulationSeconds;
            case INFERENCE -> inferenceSeconds;
            case LEARNING -> learningSeconds;
            case REST -> seconds - simulationSeconds - inferenceSeconds - learningSeconds;
        };
        return ofPart / seconds;
    }
}
