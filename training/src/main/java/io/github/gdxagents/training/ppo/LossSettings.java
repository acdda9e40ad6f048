package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.TrainingConfig;

/**
 * What the loss is made of, fixed for a run.
 *
 * @param valueCoefficient weight of the value loss
 * @param valueClipRange how far a value may move from the old one before it gains nothing, 0 for any distance
 * @param normalizeMinibatchAdvantages whether each minibatch's advantages get mean 0 and standard deviation 1
 * @param maxGradientNorm the whole gradient is scaled down to this length if it is longer
 * @param adamEpsilon added to the root of the second moment
 */
record LossSettings(
        double valueCoefficient,
        double valueClipRange,
        boolean normalizeMinibatchAdvantages,
        double maxGradientNorm,
        double adamEpsilon) {
    static LossSettings of(TrainingConfig config) {
        PpoConfig ppo = config.ppo();
        return new LossSettings(
                ppo.valueCoefficient(),
                ppo.valueClipRange(),
                config.normalization().advantages() == AdvantageNormalization.MINIBATCH,
                ppo.maxGradientNorm(),
                ppo.adamEpsilon());
    }
}
