package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one iteration's settings owe to the iterations before: the objective's own coefficient, and a learning rate that follows the KL.
 *
 * <p>With {@code ppo.learningRateTargetKl} the scheduled learning rate is multiplied by a factor that is divided by 1.5 after an iteration
 * that ended with a mean KL of more than twice the target, and multiplied by 1.5 after one with less than half of it.
 *
 * <p>Thread safety: none.
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

    Adaptation(PpoConfig config, Objective objective) {
        this.config = config;
        this.objective = objective;
    }

    /**
     * The settings of the next iteration.
     *
     * @param steps decisions that all slots took before it
     */
    UpdateSettings settings(long steps) {
        long total = config.totalSteps();
        Map<String, Double> options = new LinkedHashMap<>();
        config.objective().options().forEach((name, schedule) -> options.put(name, schedule.value(steps, total)));
        coefficient = objective.coefficient(options, coefficient, kl);
        adaptLearningRate();
        kl = Double.NaN; // an iteration without decisions must not adapt a second time
        return new UpdateSettings(
                backOff * learningRateFactor * config.learningRate().value(steps, total),
                config.clipRangeLower().value(steps, total),
                config.clipRangeUpper().value(steps, total),
                config.entropyCoefficient().value(steps, total),
                config.reference().coefficient().value(steps, total),
                coefficient,
                options);
    }

    private void adaptLearningRate() {
        double target = config.learningRateTargetKl();
        if (target == 0) {
            return;
        }
        if (kl > TOLERANCE * target) {
            learningRateFactor = Math.max(SMALLEST, learningRateFactor / FACTOR);
        } else if (kl < target / TOLERANCE) {
            learningRateFactor = Math.min(LARGEST, learningRateFactor * FACTOR);
        }
    }

    /** Takes note of how far the iteration moved the policy. */
    void measured(Movement movement) {
        kl = movement.kl();
    }

    /** After a fault of learning: halves the learning rate, whatever else it follows. */
    void backOff() {
        backOff /= 2;
    }

    double[] save() {
        return new double[] {coefficient, learningRateFactor, kl, backOff};
    }

    void restore(double[] state) {
        coefficient = state[0];
        learningRateFactor = state[1];
        kl = state[2];
        backOff = state[3];
    }
}
