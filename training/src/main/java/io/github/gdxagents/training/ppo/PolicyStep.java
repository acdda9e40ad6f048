package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.tensor.DistributionGraph;
import io.github.gdxagents.training.tensor.TensorMath;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * What an {@link Objective} is made of. Ratio, log-probability and KL depend on the parameters, nothing else does. What is computed of a
 * step must depend on that step alone: a minibatch may be learned from in parts.
 *
 * <p>The old policy is the one before the update: that which acted or, with overlap, that as which its steps have been judged anew.
 *
 * <p>Thread safety: used while the graph is built, by one thread.
 */
public final class PolicyStep {
    /** No healthy update comes near. From 89 on a float is infinite, and 0 * infinity, the gradient of a flat objective, no number. */
    private static final float LARGEST_LOG_RATIO = 80;

    private final DistributionGraph now;
    private final DistributionGraph old;
    private final Operand<TFloat32> logProbability;
    private final Operand<TFloat32> logRatio;
    private final Operand<TFloat32> ratio;
    private final Operand<TFloat32> advantage;
    private final Coefficients.InGraph coefficients;
    private final LearnerSettings settings;
    private final Operand<TBool> isBelow;
    private final Operand<TBool> isAbove;
    private Operand<TFloat32> kl;

    PolicyStep(
            Ops tf,
            DistributionGraph now,
            DistributionGraph old,
            Operand<TFloat32> logProbability,
            Operand<TFloat32> logRatio,
            Operand<TFloat32> advantage,
            Coefficients.InGraph coefficients,
            LearnerSettings settings) {
        this.now = now;
        this.old = old;
        this.logProbability = logProbability;
        this.advantage = advantage;
        this.coefficients = coefficients;
        this.settings = settings;
        this.logRatio = logRatio;
        ratio = ratio(tf, logRatio);
        isBelow = tf.math.less(ratio, tf.math.sub(tf.constant(1f), clipRangeLower()));
        isAbove = tf.math.greater(ratio, tf.math.add(tf.constant(1f), clipRangeUpper()));
    }

    /** The exponential, with a bound that leaves the gradient: where the objective is not flat, a ratio of that size is a fault to show. */
    private static Operand<TFloat32> ratio(Ops tf, Operand<TFloat32> logRatio) {
        Operand<TFloat32> excess = tf.nn.relu(tf.math.sub(logRatio, tf.constant(LARGEST_LOG_RATIO)));
        return tf.math.exp(TensorMath.sub(tf, logRatio, tf.stopGradient(excess)));
    }

    /** {@return {@code [B]}: probability of the action under the new policy over that under the old, 0 to e^80} */
    public Operand<TFloat32> ratio() {
        return ratio;
    }

    /** Logarithm of the {@link #ratio}, {@code [B]}, whatever its size. */
    Operand<TFloat32> logRatio() {
        return logRatio;
    }

    /** {@return {@code [B]}: log-probability of the action under the new policy} */
    public Operand<TFloat32> logProbability() {
        return logProbability;
    }

    /** {@return {@code [B]}: how much better than expected the action was, normalized as configured} */
    public Operand<TFloat32> advantage() {
        return advantage;
    }

    /** {@return {@code [B]}: KL(old || new) in closed form, 0 or more} */
    public Operand<TFloat32> kl() {
        if (kl == null) { // most objectives don't need it
            kl = old.kl(now);
        }
        return kl;
    }

    /** {@return a scalar: how far the ratio may fall below 1} */
    public Operand<TFloat32> clipRangeLower() {
        return coefficients.get(Coefficient.CLIP_RANGE_LOWER);
    }

    /** {@return a scalar: how far the ratio may rise above 1} */
    public Operand<TFloat32> clipRangeUpper() {
        return coefficients.get(Coefficient.CLIP_RANGE_UPPER);
    }

    /** {@return {@code [B]}: whether the ratio is below the clip range} */
    public Operand<TBool> isBelow() {
        return isBelow;
    }

    /** {@return {@code [B]}: whether the ratio is above the clip range} */
    public Operand<TBool> isAbove() {
        return isAbove;
    }

    /** {@return a scalar: the coefficient that the objective adapts, see {@link Objective#coefficient}} */
    public Operand<TFloat32> coefficient() {
        return coefficients.get(Coefficient.ADAPTED);
    }

    /** {@return a scalar: the value in this iteration of the option that is declared by this name} */
    public Operand<TFloat32> option(String name) {
        return coefficients.option(name);
    }

    /** {@return whether an option is ever above 0 in its schedule: one that is off needs no operations} */
    public boolean isOn(String name) {
        return settings.largest(name) > 0;
    }
}
