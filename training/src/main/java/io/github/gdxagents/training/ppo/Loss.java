package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/**
 * The loss of a minibatch: {@code -objective + referenceCoefficient * KL(new || reference) + valueCoefficient * valueLoss -
 * entropyCoefficient * entropy}, and the figures that are reported about it.
 *
 * <p>All that comes from the rollout (log-probabilities, values, advantages, returns) is constant: no gradient flows through it.
 *
 * <p>Thread safety: used while the graph is built, by one thread.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, equation 9; clipped value: Huang et al. 2022, "The 37 implementation details of
 * PPO", detail 9; {@code approxKl}: Schulman 2020, "Approximating KL Divergence", estimator k3; reference policy: Ziegler et al. 2019,
 * arXiv:1909.08593, section 2.
 */
final class Loss {
    private final Ops tf;
    private final Batch batch;
    private final boolean hasFilling;
    private final Operand<TFloat32> logRatio;
    private final PolicyStep step;
    private final Operand<TFloat32> outputs;
    private final Distributions now;
    private final Operand<TFloat32> referenceKl;
    private final Operand<TFloat32> surrogateLoss;
    private final Operand<TFloat32> policyLoss;
    private final Operand<TFloat32> valueLoss;
    private final Operand<TFloat32> entropy;
    private final Operand<TFloat32> total;
    private final Operand<TFloat32> figures;

    /**
     * Builds the loss.
     *
     * @param tf builds operations
     * @param networks give behavior and sequences
     * @param graph the networks
     * @param batch the steps
     * @param scheduled the settings that change from iteration to iteration
     * @param settings the settings that don't
     */
    Loss(
            Ops tf,
            ActorCritic networks,
            ActorCriticGraph graph,
            Batch batch,
            ScheduledSettings scheduled,
            LearnerSettings settings) {
        this.tf = tf;
        this.batch = batch;
        hasFilling = networks.sequences().length() > 1;
        ActorCriticGraph.Result result = graph.run(batch);
        Signal deviations = graph.deviations();
        outputs = result.outputs().value();
        now = distributions(networks, outputs, deviations == null ? null : deviations.value());
        Distributions old = distributions(networks, batch.oldOutputs(), batch.oldDeviations());
        Operand<TFloat32> advantage =
                settings.normalizeMinibatchAdvantages() ? standardize(batch.advantage()) : batch.advantage();
        Operand<TFloat32> logProbability = now.logProbability(batch.continuous(), batch.choices());
        logRatio = counted(tf.math.sub(logProbability, batch.logProbability()), 0);
        step = new PolicyStep(tf, now, old, logProbability, logRatio, advantage, scheduled, settings.largestOptions());
        Operand<TFloat32> objective = settings.objective().perStep(tf, step);
        policyLoss = tf.math.neg(dot(batch.objectiveWeights(), objective));
        entropy = mean(now.entropy());
        referenceKl = settings.hasReference() ? mean(now.kl(reference(networks, settings))) : null;
        surrogateLoss = surrogateLoss(scheduled);
        valueLoss = valueLoss(result.values(), settings.valueClipRange());
        Operand<TFloat32> weightedValueLoss = tf.math.mul(tf.constant((float) settings.valueCoefficient()), valueLoss);
        total = settings.objective().isTrustRegion()
                ? weightedValueLoss // the policy moves by itself
                : tf.math.add(surrogateLoss, weightedValueLoss);
        figures = figures(scheduled);
    }

    private Distributions distributions(ActorCritic networks, Operand<TFloat32> outputs, Operand<TFloat32> deviations) {
        return new Distributions(tf, networks.behavior().action(), outputs, deviations, batch.allowed());
    }

    private Distributions reference(ActorCritic networks, LearnerSettings settings) {
        boolean isContinuous = networks.behavior().action().continuousSize() > 0;
        return distributions(
                networks, batch.referenceOutputs(), isContinuous ? tf.constant(settings.referenceDeviations()) : null);
    }

    private Operand<TFloat32> surrogateLoss(ScheduledSettings scheduled) {
        Operand<TFloat32> loss = tf.math.sub(policyLoss, tf.math.mul(scheduled.entropyCoefficient(), entropy));
        return referenceKl == null
                ? loss
                : tf.math.add(loss, tf.math.mul(scheduled.referenceCoefficient(), referenceKl));
    }

    private Operand<TFloat32> valueLoss(Operand<TFloat32> values, double clipRange) {
        Operand<TFloat32> squaredError = tf.math.squaredDifference(values, batch.target());
        if (clipRange > 0) {
            Operand<TFloat32> range = tf.constant((float) clipRange);
            Operand<TFloat32> change = tf.clipByValue(tf.math.sub(values, batch.value()), tf.math.neg(range), range);
            Operand<TFloat32> clippedError =
                    tf.math.squaredDifference(tf.math.add(batch.value(), change), batch.target());
            squaredError = tf.math.maximum(squaredError, clippedError);
        }
        return tf.math.mul(tf.constant(0.5f), mean(squaredError));
    }

    private Operand<TFloat32> standardize(Operand<TFloat32> advantage) {
        Operand<TFloat32> centered = tf.math.sub(advantage, mean(advantage));
        Operand<TFloat32> deviation = tf.math.sqrt(mean(tf.math.square(centered)));
        return tf.math.div(centered, tf.math.add(deviation, tf.constant((float) AdvantageScale.EPSILON)));
    }

    private Operand<TFloat32> figures(ScheduledSettings scheduled) {
        Operand<TFloat32> one = tf.constant(1f);
        Operand<TFloat32> ratio = step.ratio();
        Operand<TFloat32> means = means(List.of(
                tf.math.sub(tf.math.sub(ratio, one), logRatio),
                indicator(tf.math.less(ratio, tf.math.sub(one, scheduled.clipRangeLower()))),
                indicator(tf.math.greater(ratio, tf.math.add(one, scheduled.clipRangeUpper()))),
                ratio,
                tf.math.square(ratio)));
        Operand<TFloat32> smallest = tf.math.neg(largest(tf.math.neg(ratio)));
        return tf.concat(
                List.of(
                        tf.stack(List.of(policyLoss, valueLoss, entropy)),
                        means,
                        tf.stack(List.of(smallest, largest(ratio)))),
                tf.constant(0));
    }

    private Operand<TFloat32> indicator(Operand<org.tensorflow.types.TBool> condition) {
        return tf.dtypes.cast(condition, TFloat32.class);
    }

    /** The means of several figures at once, {@code [figures]}. */
    private Operand<TFloat32> means(List<Operand<TFloat32>> perStep) {
        Operand<TFloat32> column = tf.reshape(batch.stepWeights(), tf.constant(new int[] {-1, 1}));
        return tf.reshape(tf.linalg.matMul(tf.stack(perStep), column), tf.constant(new int[] {-1}));
    }

    /** The mean over the steps of the minibatch; a scalar stays what it is. */
    private Operand<TFloat32> mean(Operand<TFloat32> x) {
        return x.shape().numDimensions() == 0 ? x : dot(batch.stepWeights(), x);
    }

    private Operand<TFloat32> dot(Operand<TFloat32> weights, Operand<TFloat32> x) {
        return tf.sum(tf.math.mul(weights, x), tf.constant(0));
    }

    private Operand<TFloat32> largest(Operand<TFloat32> x) {
        return tf.reduceMax(counted(x, Float.NEGATIVE_INFINITY), tf.constant(0), ReduceMax.keepDims(false));
    }

    /** Steps that only fill up a sequence must not count, nor overflow, whatever the networks make of them. */
    private Operand<TFloat32> counted(Operand<TFloat32> x, float instead) {
        return hasFilling
                ? tf.select(tf.math.greater(batch.stepWeights(), tf.constant(0f)), x, tf.constant(instead))
                : x;
    }

    /** The scalar to be minimized by minibatch updates. */
    Operand<TFloat32> total() {
        return total;
    }

    /** The part of the loss that the policy is responsible for, a scalar. */
    Operand<TFloat32> surrogateLoss() {
        return surrogateLoss;
    }

    /** All of {@link Figures} but gradient norm and whether the update was applied, a vector in its order. */
    Operand<TFloat32> figures() {
        return figures;
    }

    /** Mean KL(old || new), a scalar. */
    Operand<TFloat32> kl() {
        return mean(step.kl());
    }

    /** Mean KL(new || reference), a scalar; 0 without a reference. */
    Operand<TFloat32> referenceKl() {
        return referenceKl == null ? tf.constant(0f) : referenceKl;
    }

    /** What the actor gives, {@code [B, out]}. */
    Operand<TFloat32> outputs() {
        return outputs;
    }

    /** The new policy's distribution. */
    Distributions distributions() {
        return now;
    }
}
