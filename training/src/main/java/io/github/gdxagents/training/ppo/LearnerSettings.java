package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link Learner} is made of, fixed for a run.
 *
 * @param objective what the policy maximizes
 * @param largestOptions the largest value that each option of the objective has in the run, in declared order
 * @param aggregation of the objective over the steps of a minibatch
 * @param hasEntropy whether the entropy ever counts: false if its coefficient is 0 in the whole run
 * @param targetKl mean KL of a minibatch above which the epochs stop, 0 for never
 * @param referenceDeviations {@code [continuous]}: log standard deviations of the reference policy, or null if there is none
 * @param valueCoefficient weight of the value loss
 * @param valueClipRange how far a value may move from the old one before it gains nothing, 0 for any distance
 * @param normalizeMinibatchAdvantages whether each minibatch's advantages get mean 0 and standard deviation 1
 * @param maxGradientNorm the whole gradient is scaled down to this length if it is longer
 * @param adamEpsilon added to the root of the second moment
 */
record LearnerSettings(
        Objective objective,
        Map<String, Double> largestOptions,
        Aggregation aggregation,
        boolean hasEntropy,
        double targetKl,
        float[] referenceDeviations,
        double valueCoefficient,
        double valueClipRange,
        boolean normalizeMinibatchAdvantages,
        double maxGradientNorm,
        double adamEpsilon) {
    /**
     * Reads them.
     *
     * @param config of the run
     * @param objective the configured one
     * @param referenceDeviations of the reference policy, or null if there is none
     */
    static LearnerSettings of(TrainingConfig config, Objective objective, float[] referenceDeviations) {
        PpoConfig ppo = config.ppo();
        Map<String, Double> largest = new LinkedHashMap<>();
        ppo.objective().options().forEach((name, schedule) -> largest.put(name, schedule.largest()));
        return new LearnerSettings(
                objective,
                largest,
                ppo.aggregation(),
                ppo.entropyCoefficient().largest() > 0,
                ppo.targetKl(),
                referenceDeviations,
                ppo.valueCoefficient(),
                ppo.valueClipRange(),
                config.normalization().advantages() == AdvantageNormalization.MINIBATCH,
                ppo.maxGradientNorm(),
                ppo.adamEpsilon());
    }

    boolean hasReference() {
        return referenceDeviations != null;
    }
}
