package io.github.gdxagents.training.run.benchmark;

/**
 * How fast a learner is.
 *
 * <p>Thread safety: immutable.
 *
 * @param width of its two hidden layers, each of policy and value function
 * @param minibatch samples of an update that were asked for; an iteration has a whole number of about that size
 * @param microseconds of an update, its share of all that an iteration measures and copies included
 * @param processorMicroseconds of an update that this process kept a processor busy, mean over the rounds, for it is counted in coarse
 *     ticks: a machine busy with other work makes less of a difference to it. NaN where the JVM doesn't tell
 * @param samplesPerSecond how often a sample is learned from, a second
 */
public record LearnerResult(
        int width, int minibatch, Figure microseconds, double processorMicroseconds, Figure samplesPerSecond) {}
