package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.ReferenceConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.Set;

/**
 * What a {@link Learner} is made of, fixed for a run.
 *
 * @param ppo as configured
 * @param objective what the policy maximizes: the configured one
 * @param normalizesMinibatches whether each minibatch's advantages get mean 0 and standard deviation 1
 * @param smallestLogDeviation of continuous actions: a floor for the logarithm
 * @param losesToReference whether the distance to a reference policy is a term of the loss
 * @param referenceDeviations {@code [continuous]}: log standard deviations of the reference policy, or null if there is none
 */
record LearnerSettings(
        PpoConfig ppo,
        Objective objective,
        boolean normalizesMinibatches,
        double smallestLogDeviation,
        boolean losesToReference,
        float[] referenceDeviations) {
    /** Of the whole configuration; the deviations of the reference policy are null if there is none. */
    static LearnerSettings of(TrainingConfig config, float[] referenceDeviations) {
        Objective objective = Objective.named(config.ppo().objective().name());
        boolean normalizes = config.normalization().advantages() == AdvantageNormalization.MINIBATCH;
        return new LearnerSettings(
                config.ppo(),
                objective,
                normalizes,
                config.network().smallestLogStandardDeviation(),
                referenceDeviations != null && config.ppo().reference().place() == ReferenceConfig.Place.LOSS,
                referenceDeviations);
    }

    /** Whether the policy moves by one step of the natural gradient, minibatch updates being left to the value function. */
    boolean isTrustRegion() {
        return objective instanceof TrustRegionObjective;
    }

    /** Whether the entropy ever counts: false if its coefficient is 0 in the whole run. */
    boolean hasEntropy() {
        return ppo.entropyCoefficient().largest() > 0;
    }

    boolean hasReference() {
        return referenceDeviations != null;
    }

    /** The options of the objective, in declared order. */
    Set<String> options() {
        return ppo.objective().options().keySet();
    }

    /** The largest value that an option of the objective has in the run. */
    double largest(String option) {
        return ppo.objective().options().get(option).largest();
    }
}
