package io.github.gdxagents.training.config;

/**
 * What is brought to a common scale.
 *
 * @param observations by their running mean and variance
 * @param rewards by the running standard deviation of the discounted return
 * @param advantages over which steps
 */
public record NormalizationConfig(
        @Key("by their running mean and variance") boolean observations,

        @Key("by the running deviation of the discounted return")
        boolean rewards,

        @Key("over each minibatch, iteration, or none") AdvantageNormalization advantages) {
    /** Over which steps advantages are brought to mean 0 and standard deviation 1. */
    public enum AdvantageNormalization {
        /** Over each minibatch. */
        MINIBATCH,
        /** Over all steps of an iteration. */
        ITERATION,
        /** Not at all. */
        NONE
    }

    public interface Builder extends ConfigBuilder<NormalizationConfig> {
        Builder observations(boolean observations);

        Builder rewards(boolean rewards);

        Builder advantages(AdvantageNormalization advantages);
    }
}
