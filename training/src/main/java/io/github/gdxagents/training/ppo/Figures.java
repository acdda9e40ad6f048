package io.github.gdxagents.training.ppo;

import java.util.List;

/**
 * What one minibatch update measured, before the update took effect.
 *
 * @param policyLoss negative mean objective
 * @param valueLoss half the mean squared error of the values
 * @param approxKl mean of (ratio - 1) - log ratio
 * @param clipFractionLower share of ratios below the clip range
 * @param clipFractionUpper share of ratios above the clip range
 * @param ratioMean mean ratio
 * @param ratioSquareMean mean squared ratio
 * @param minRatio smallest ratio
 * @param maxRatio largest ratio
 * @param gradientNorm length of the whole gradient before it is clipped
 * @param isApplied whether the update took effect: not if the minibatch was further from the old policy than the target KL
 */
record Figures(
        double policyLoss,
        double valueLoss,
        double approxKl,
        double clipFractionLower,
        double clipFractionUpper,
        double ratioMean,
        double ratioSquareMean,
        double minRatio,
        double maxRatio,
        double gradientNorm,
        boolean isApplied) {
    /**
     * Reads what the graph measured.
     *
     * @param f see {@link Loss#figures}
     * @param gradientNorm length of the whole gradient before it is clipped
     * @param isApplied whether the update took effect
     */
    static Figures of(float[] f, double gradientNorm, boolean isApplied) {
        return new Figures(f[0], 0.5 * f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], gradientNorm, isApplied);
    }

    /** Which losses are not finite, and whether the gradient is, in words; empty if all are. */
    List<String> notFinite() {
        return new FiniteCheck()
                .of("the policy's loss", policyLoss)
                .of("the value function's loss", valueLoss)
                .of("the estimated KL", approxKl)
                .of("the gradient's length", gradientNorm)
                .faults();
    }

    /** (sum of ratios)^2 / (n * sum of squared ratios). */
    double effectiveSampleSize() {
        return ratioMean * ratioMean / ratioSquareMean;
    }
}
