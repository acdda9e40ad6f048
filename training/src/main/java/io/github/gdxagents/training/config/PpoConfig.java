package io.github.gdxagents.training.config;

/**
 * How the policy learns.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347; advantages: Schulman et al. 2015, arXiv:1506.02438.
 *
 * @param totalSteps decisions of all slots after which the run is over, at least 1
 * @param epochs passes over each rollout, at least 1
 * @param minibatchSize decisions in one update, at least 1
 * @param discount γ, in [0, 1]
 * @param gaeLambda λ of generalized advantage estimation, in [0, 1]
 * @param learningRate of Adam, not negative
 * @param learningRateTargetKl mean KL of an iteration that the learning rate is adapted to, or 0 for the schedule alone
 * @param objective what the policy maximizes
 * @param aggregation of the objective over the steps of a minibatch
 * @param targetKl mean KL of a minibatch above which an iteration's updates end, or 0 for never
 * @param clipRangeLower how far the ratio may fall below 1, in [0, 1]
 * @param clipRangeUpper how far the ratio may rise above 1, not negative
 * @param entropyCoefficient weight of the entropy in the loss, not negative
 * @param reference fixed policies to stay close to
 * @param valueCoefficient weight of the value loss, not negative
 * @param valueClipRange how far a value may move from the old one, or 0 for any distance
 * @param maxGradientNorm to which the gradient is clipped, above 0
 * @param adamEpsilon ε of Adam, above 0
 */
public record PpoConfig(
        @Meaning("decisions of all slots after which the run is over")
        long totalSteps,

        @Meaning("passes over each rollout") int epochs,
        @Meaning("decisions in one update") int minibatchSize,
        @Meaning("gamma, in [0, 1]") double discount,

        @Meaning("lambda of advantage estimation, in [0, 1]")
        double gaeLambda,

        @Meaning("of Adam") Schedule learningRate,

        @Meaning("mean KL of an iteration that the learning rate is adapted to, 0 = not adapted")
        double learningRateTargetKl,

        ObjectiveConfig objective,

        @Meaning("of the objective: step (long episodes weigh more) or episode")
        Aggregation aggregation,

        @Meaning("mean KL of a minibatch that ends the epochs, 0 = never")
        double targetKl,

        @Meaning("how far the ratio may fall below 1") Schedule clipRangeLower,
        @Meaning("how far the ratio may rise above 1") Schedule clipRangeUpper,
        @Meaning("weight of the entropy in the loss") Schedule entropyCoefficient,
        ReferenceConfig reference,
        @Meaning("weight of the value loss") double valueCoefficient,

        @Meaning("how far a value may move from the old one, 0 = any distance")
        double valueClipRange,

        @Meaning("to which the gradient is clipped") double maxGradientNorm,
        @Meaning("epsilon of Adam") double adamEpsilon) {
    /** No ratio of a healthy update comes near, and what is far above it could not be told from its neighbors by floats. */
    private static final double LARGEST_CLIP_RANGE = 1000;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public PpoConfig {
        Faults faults = new Faults();
        faults.atLeast("ppo.totalSteps", totalSteps, 1);
        faults.atLeast("ppo.epochs", epochs, 1);
        faults.atLeast("ppo.minibatchSize", minibatchSize, 1);
        faults.inUnitInterval("ppo.discount", discount);
        faults.inUnitInterval("ppo.gaeLambda", gaeLambda);
        faults.notNegative("ppo.learningRate", learningRate);
        faults.notNegative("ppo.learningRateTargetKl", learningRateTargetKl);
        faults.notNegative("ppo.targetKl", targetKl);
        faults.inUnitInterval("ppo.clipRangeLower", clipRangeLower);
        faults.notAbove("ppo.clipRangeUpper", clipRangeUpper, LARGEST_CLIP_RANGE);
        faults.notNegative("ppo.entropyCoefficient", entropyCoefficient);
        faults.notNegative("ppo.valueCoefficient", valueCoefficient);
        faults.notNegative("ppo.valueClipRange", valueClipRange);
        faults.positive("ppo.maxGradientNorm", maxGradientNorm);
        faults.positive("ppo.adamEpsilon", adamEpsilon);
        faults.throwIfAny();
    }
}
