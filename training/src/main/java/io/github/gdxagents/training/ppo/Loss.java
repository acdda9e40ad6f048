package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/**
 * The loss of a minibatch: {@code -objective + valueCoefficient * valueLoss - entropyCoefficient * entropy}, and the figures that are
 * reported about it.
 *
 * <p>All that comes from the rollout (log-probabilities, values, advantages, returns) is constant: no gradient flows through it.
 *
 * <p>Thread safety: used while the graph is built, by one thread.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, equation 9; clipped value: Huang et al. 2022, "The 37 implementation details of
 * PPO", detail 9; {@code approxKl}: Schulman 2020, "Approximating KL Divergence", estimator k3.
 */
final class Loss {
    private final Ops tf;
    private final Operand<TFloat32> total;
    private final List<Operand<TFloat32>> figures;

    /**
     * Builds the loss.
     *
     * @param tf builds operations
     * @param networks gives the behavior
     * @param graph the networks
     * @param batch {@code [B, width]}: rows of {@link Samples}
     * @param scheduled the settings that change from iteration to iteration
     * @param settings the settings that don't
     * @param objective what the policy maximizes
     */
    Loss(
            Ops tf,
            ActorCritic networks,
            ActorCriticGraph graph,
            Operand<TFloat32> batch,
            ScheduledSettings scheduled,
            LossSettings settings,
            Objective objective) {
        this.tf = tf;
        List<Operand<TFloat32>> parts = Columns.split(tf, batch, Samples.widths(networks.behavior()));
        Operand<TFloat32> observations = parts.get(0);
        Distributions distributions = new Distributions(
                tf,
                networks.behavior().action(),
                graph.outputs(observations),
                graph.logStandardDeviation(),
                parts.get(3));
        Operand<TFloat32> logRatio =
                tf.math.sub(distributions.logProbability(parts.get(1), parts.get(2)), vector(parts.get(4)));
        Operand<TFloat32> ratio = tf.math.exp(logRatio);
        Operand<TFloat32> advantage = vector(parts.get(6));
        if (settings.normalizeMinibatchAdvantages()) {
            advantage = standardize(advantage);
        }
        PolicyStep step = new PolicyStep(ratio, advantage, scheduled.clipRangeLower(), scheduled.clipRangeUpper());
        Operand<TFloat32> policyLoss = tf.math.neg(mean(objective.perStep(tf, step)));
        Operand<TFloat32> valueLoss = valueLoss(
                graph.values(observations), vector(parts.get(5)), vector(parts.get(7)), settings.valueClipRange());
        Operand<TFloat32> entropy = mean(distributions.entropy());
        total = tf.math.sub(
                tf.math.add(policyLoss, tf.math.mul(tf.constant((float) settings.valueCoefficient()), valueLoss)),
                tf.math.mul(scheduled.entropyCoefficient(), entropy));
        figures = List.of(
                policyLoss,
                valueLoss,
                entropy,
                approxKl(ratio, logRatio),
                share(tf.math.less(ratio, tf.math.sub(tf.constant(1f), scheduled.clipRangeLower()))),
                share(tf.math.greater(ratio, tf.math.add(tf.constant(1f), scheduled.clipRangeUpper()))),
                mean(ratio),
                mean(tf.math.square(ratio)),
                tf.math.neg(largest(tf.math.neg(ratio))),
                largest(ratio));
    }

    private Operand<TFloat32> valueLoss(
            Operand<TFloat32> values, Operand<TFloat32> oldValues, Operand<TFloat32> returns, double clipRange) {
        Operand<TFloat32> squaredError = tf.math.squaredDifference(values, returns);
        if (clipRange > 0) {
            Operand<TFloat32> range = tf.constant((float) clipRange);
            Operand<TFloat32> change = tf.clipByValue(tf.math.sub(values, oldValues), tf.math.neg(range), range);
            Operand<TFloat32> clippedError = tf.math.squaredDifference(tf.math.add(oldValues, change), returns);
            squaredError = tf.math.maximum(squaredError, clippedError);
        }
        return tf.math.mul(tf.constant(0.5f), mean(squaredError));
    }

    private Operand<TFloat32> standardize(Operand<TFloat32> advantage) {
        Operand<TFloat32> centered = tf.math.sub(advantage, mean(advantage));
        Operand<TFloat32> deviation = tf.math.sqrt(mean(tf.math.square(centered)));
        return tf.math.div(centered, tf.math.add(deviation, tf.constant((float) AdvantageScale.EPSILON)));
    }

    private Operand<TFloat32> approxKl(Operand<TFloat32> ratio, Operand<TFloat32> logRatio) {
        return mean(tf.math.sub(tf.math.sub(ratio, tf.constant(1f)), logRatio));
    }

    private Operand<TFloat32> share(Operand<org.tensorflow.types.TBool> condition) {
        return mean(tf.dtypes.cast(condition, TFloat32.class));
    }

    private Operand<TFloat32> vector(Operand<TFloat32> column) {
        return tf.reshape(column, tf.constant(new int[] {-1}));
    }

    /** The mean over the minibatch; a scalar stays what it is. */
    private Operand<TFloat32> mean(Operand<TFloat32> x) {
        return tf.math.mean(tf.reshape(x, tf.constant(new int[] {-1})), tf.constant(0));
    }

    private Operand<TFloat32> largest(Operand<TFloat32> x) {
        return tf.reduceMax(x, tf.constant(0), ReduceMax.keepDims(false));
    }

    /** The scalar to be minimized. */
    Operand<TFloat32> total() {
        return total;
    }

    /** All of {@link Figures} but the gradient norm, scalars, in its order. */
    List<Operand<TFloat32>> figures() {
        return figures;
    }
}
