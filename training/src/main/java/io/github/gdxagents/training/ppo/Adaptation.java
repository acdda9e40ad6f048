package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig;

/**
 * What one iteration's coefficients owe to the iterations before: the objective's own, the weight of the KL to a reference policy, and a
 * learning rate that follows the KL.
 *
 * <p>With {@code ppo.learningRateTargetKl} the scheduled learning rate is multiplied by a factor that is divided by 1.5 after an iteration
 * that ended with a mean KL of more than twice the target, and multiplied by 1.5 after one with less than half of it.
 *
 * <p>Source: Heess et al. 2017, arXiv:1707.02286, appendix B, for the scaling by 1.5.
 */
final class Adaptation {
    private static final double TOLERANCE = 2;
    private static final double FACTOR = 1.5;
    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 1e3;

    private final PpoConfig config;
    private final Objective objective;
    private double coefficient = Double.NaN;
    private double learningRateFactor = 1;
    private double backOff = 1;
    private double kl = Double.NaN;
    private double referenceCoefficient = Double.NaN;
    private double referenceKl = Double.NaN;

    Adaptation(PpoConfig config, Objective objective) {
        this.config = config;
        this.objective = objective;
    }

    /** The coefficients of the iteration that was last adapted to, {@code steps} being the decisions that all slots took before it. */
    Coefficients coefficients(long steps) {
        Coefficients scheduled = Coefficients.at(config, steps);
        return scheduled
                .with(
                        Coefficient.LEARNING_RATE,
                        backOff * learningRateFactor * scheduled.get(Coefficient.LEARNING_RATE))
                .with(Coefficient.ADAPTED, coefficient)
                .with(Coefficient.REFERENCE, referenceCoefficient);
    }

    /** Adapts to the iteration before, once, at the beginning of the one that {@code steps} decisions precede. */
    void adapt(long steps) {
        Coefficients scheduled = Coefficients.at(config, steps);
        coefficient = objective.coefficient(scheduled.options(), coefficient, kl);
        referenceCoefficient = KlPenaltyObjective.adapted(
                scheduled.get(Coefficient.REFERENCE), config.reference().targetKl(), referenceCoefficient, referenceKl);
        double target = config.learningRateTargetKl();
        if (target > 0 && kl > TOLERANCE * target) {
            learningRateFactor = Math.max(SMALLEST, learningRateFactor / FACTOR);
        } else if (target > 0 && kl < target / TOLERANCE) {
            learningRateFactor = Math.min(LARGEST, learningRateFactor * FACTOR);
        }
        kl = Double.NaN; // an iteration without decisions must not adapt a second time
        referenceKl = Double.NaN;
    }

    /** Takes note of the mean KL that an iteration ended with, from the old policy and to the reference policy. */
    void measured(double meanKl, double meanReferenceKl) {
        kl = meanKl;
        referenceKl = meanReferenceKl;
    }

    /** After a fault of learning: halves the learning rate, whatever else it follows. */
    void backOff() {
        backOff /= 2;
    }

    double[] save() {
        return new double[] {coefficient, learningRateFactor, kl, backOff, referenceCoefficient, referenceKl};
    }

    /** Goes on from what was saved; former versions saved nothing of a reference policy. */
    void restore(double[] state) {
        boolean hasReference = state.length > 4;
        referenceCoefficient = hasReference ? state[4] : Double.NaN;
        referenceKl = hasReference ? state[5] : Double.NaN;
        coefficient = state[0];
        learningRateFactor = state[1];
        kl = state[2];
        backOff = state[3];
    }
}
