package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.Schedule;
import java.util.function.Function;

/**
 * A number of the loss that may change from one iteration or minibatch to the next, and which schedule of the configuration it follows, if
 * any.
 *
 * <p>To add one, declare it here and read it by name where it is used: with {@link Coefficients#get} in Java, with {@link
 * Coefficients.InGraph#get} in the graph. What an objective alone needs is an option of it, and reaches the same places by its name.
 */
enum Coefficient {
    /** Of Adam. */
    LEARNING_RATE(PpoConfig::learningRate),
    /** How far the ratio may fall below 1. */
    CLIP_RANGE_LOWER(PpoConfig::clipRangeLower),
    /** How far the ratio may rise above 1. */
    CLIP_RANGE_UPPER(PpoConfig::clipRangeUpper),
    /** Weight of the entropy. */
    ENTROPY(PpoConfig::entropyCoefficient),
    /** Weight of KL(new || reference). */
    REFERENCE(ppo -> ppo.reference().coefficient()),
    /** What the objective adapts from iteration to iteration, see {@link Objective#coefficient}; NaN if there is none. */
    ADAPTED(Double.NaN),
    /** Subtracted from the advantages of a minibatch. */
    ADVANTAGE_MEAN(0),
    /** That they are multiplied by then. */
    ADVANTAGE_FACTOR(1);

    private final Function<PpoConfig, Schedule> schedule;
    private final double otherwise;

    Coefficient(Function<PpoConfig, Schedule> schedule) {
        this.schedule = schedule;
        otherwise = Double.NaN;
    }

    /** One that follows no schedule, but what is measured. */
    Coefficient(double otherwise) {
        schedule = null;
        this.otherwise = otherwise;
    }

    /** What the configuration says at some point of the run. */
    double value(PpoConfig ppo, long steps) {
        return schedule == null ? otherwise : schedule.apply(ppo).value(steps, ppo.totalSteps());
    }
}
