package io.github.gdxagents.training.config;

/**
 * What is brought to a common scale.
 *
 * @param observations by their running mean and variance
 * @param rewards by the running standard deviation of the discounted return
 * @param advantages over which steps
 */
public record NormalizationConfig(
        @Meaning("by their running mean and variance") boolean observations,

        @Meaning("by the running deviation of the discounted return")
        boolean rewards,

        @Meaning("over each minibatch, iteration, or none") AdvantageNormalization advantages) {}
