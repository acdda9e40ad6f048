package io.github.gdxagents.training.ppo;

/** One step of a minibatch, in plain numbers; null reference outputs stand for no reference. */
public record LossRow(
        float[] observation,
        float[] continuous,
        int[] choices,
        boolean[] allowed,
        float[] oldOutputs,
        float[] oldDeviations,
        float[] referenceOutputs,
        boolean begins,
        int episode,
        float logProbability,
        float value,
        float advantage,
        float target) {
    LossRow withOld(float[] outputs, float[] deviations) {
        return new LossRow(
                observation,
                continuous,
                choices,
                allowed,
                outputs,
                deviations,
                referenceOutputs,
                begins,
                episode,
                logProbability,
                value,
                advantage,
                target);
    }
}
