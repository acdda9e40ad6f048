package io.github.gdxagents.training.ppo;

import java.util.List;

/**
 * What one gradient step did.
 *
 * @param figures of the minibatch, measured before the step took effect
 * @param gradientNorm length of the whole gradient before it is clipped
 * @param isApplied whether the step took effect: not if the minibatch was further from the old policy than the target KL
 */
record Update(Figures figures, double gradientNorm, boolean isApplied) {
    /** Which losses are not finite, and whether the gradient is, in words; empty if all are. */
    List<String> notFinite() {
        List<String> faults = figures.notFinite(Figure.POLICY_LOSS, Figure.VALUE_LOSS, Figure.APPROX_KL);
        if (!Double.isFinite(gradientNorm)) {
            faults.add("the gradient's length is " + gradientNorm);
        }
        return faults;
    }
}
