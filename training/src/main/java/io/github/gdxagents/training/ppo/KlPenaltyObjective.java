package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The surrogate with a penalty for moving away from the policy that collected: {@code ratio * A - β * KL(old || new)}.
 *
 * <p>β is {@code klCoefficient}, or, if {@code klTarget} is set, begins there and is halved after an iteration that ended with a mean KL
 * below target / 1.5 and doubled after one above target * 1.5.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, section 4, equation 8.
 */
public final class KlPenaltyObjective implements Objective {
    private static final String COEFFICIENT = "klCoefficient";
    private static final String TARGET = "klTarget";
    private static final double TOLERANCE = 1.5;
    private static final double FACTOR = 2;
    /** Far beyond any sensible β: without bounds a policy that can't move would double it to infinity. */
    private static final double SMALLEST = 1e-6;

    private static final double LARGEST = 1e6;

    @Override
    public String name() {
        return "kl-penalty";
    }

    @Override
    public List<ObjectiveOption> options() {
        return List.of(
                new ObjectiveOption(
                        COEFFICIENT,
                        "weight of the KL penalty, beta; where it begins if there is a target",
                        1,
                        0,
                        LARGEST),
                new ObjectiveOption(
                        TARGET,
                        "mean KL that an iteration should end with, such as 0.01: beta is adapted to it; 0 = beta is fixed",
                        0,
                        0,
                        100),
                DualClip.OPTION);
    }

    @Override
    public List<ConfigFault> faults(TrainingConfig config) {
        return DualClip.faults(config);
    }

    @Override
    public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
        Operand<TFloat32> surrogate = DualClip.apply(tf, tf.math.mul(step.ratio(), step.advantage()), step);
        return tf.math.sub(surrogate, tf.math.mul(step.coefficient(), step.kl()));
    }

    @Override
    public Operand<TFloat32> hasGradient(Ops tf, PolicyStep step) {
        return DualClip.hasGradient(tf, step);
    }

    @Override
    public double coefficient(Map<String, Double> options, double previous, double kl) {
        return adapted(options.get(COEFFICIENT), options.get(TARGET), previous, kl);
    }

    /**
     * A weight that follows a KL: as configured without target (0) or before anything is known, else half or double the previous one, or
     * the same if nothing was measured (NaN) or it was near the target.
     */
    static double adapted(double configured, double target, double previous, double kl) {
        if (target == 0 || Double.isNaN(previous)) {
            return configured;
        }
        double next = previous;
        if (kl < target / TOLERANCE) {
            next = previous / FACTOR;
        } else if (kl > target * TOLERANCE) {
            next = previous * FACTOR;
        }
        return Math.max(SMALLEST, Math.min(LARGEST, next));
    }
}
