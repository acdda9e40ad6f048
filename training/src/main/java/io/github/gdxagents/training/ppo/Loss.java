package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
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
    /** How many of the {@link #figures} are sums; two extremes follow. */
    static final int SUMS = 7;

    private final Ops tf;
    private final Batch batch;
    private final boolean hasFilling;
    private final Operand<TFloat32> logRatio;
    private final PolicyStep step;
    private final ActorCriticGraph.Result result;
    private final Distributions now;
    private final Operand<TFloat32> referenceKl;
    private final List<Term> surrogate;
    private final List<Term> all;
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
        result = graph.run(batch);
        Signal deviations = graph.deviations();
        now = distributions(networks, result.outputs().value(), deviations == null ? null : deviations.value());
        Distributions old = distributions(networks, batch.oldOutputs(), batch.oldDeviations());
        Operand<TFloat32> advantage = settings.normalizeMinibatchAdvantages()
                ? tf.math.mul(tf.math.sub(batch.advantage(), scheduled.advantageMean()), scheduled.advantageFactor())
                : batch.advantage();
        Operand<TFloat32> logProbability = now.logProbability(batch.continuous(), batch.choices());
        logRatio = counted(Elementwise.sub(tf, logProbability, batch.logProbability()), 0);
        step = new PolicyStep(tf, now, old, logProbability, logRatio, advantage, scheduled, settings.largestOptions());
        Term policy = new Term(settings.objective().perStep(tf, step), tf.math.neg(batch.objectiveWeights()));
        referenceKl = settings.hasReference() ? now.kl(reference(networks, settings)) : null;
        surrogate = surrogate(policy, settings.hasEntropy(), scheduled);
        Operand<TFloat32> squaredError = squaredError(result.values(), settings.valueClipRange());
        Term value = term(squaredError, tf.constant((float) (0.5 * settings.valueCoefficient())));
        all = new ArrayList<>(List.of(value));
        if (!settings.objective().isTrustRegion()) { // else the policy moves by itself
            all.addAll(surrogate);
        }
        figures = figures(policy.sum(tf), mean(squaredError), scheduled);
    }

    private Distributions distributions(ActorCritic networks, Operand<TFloat32> outputs, Operand<TFloat32> deviations) {
        return new Distributions(tf, networks.behavior().action(), outputs, deviations, batch.allowed());
    }

    private Distributions reference(ActorCritic networks, LearnerSettings settings) {
        boolean isContinuous = networks.behavior().action().continuousSize() > 0;
        return distributions(
                networks, batch.referenceOutputs(), isContinuous ? tf.constant(settings.referenceDeviations()) : null);
    }

    private List<Term> surrogate(Term policy, boolean hasEntropy, ScheduledSettings scheduled) {
        List<Term> terms = new ArrayList<>(List.of(policy));
        if (hasEntropy) {
            terms.add(term(now.entropy(), tf.math.neg(scheduled.entropyCoefficient())));
        }
        if (referenceKl != null) {
            terms.add(term(referenceKl, scheduled.referenceCoefficient()));
        }
        return terms;
    }

    /** A coefficient times a mean over the steps. */
    private Term term(Operand<TFloat32> values, Operand<TFloat32> coefficient) {
        return new Term(values, tf.math.mul(coefficient, weightsOf(values)));
    }

    /** A scalar, such as an entropy that depends on no observation, counts as much as the steps of this shard do. */
    private Operand<TFloat32> weightsOf(Operand<TFloat32> values) {
        return values.shape().numDimensions() == 0 ? tf.sum(batch.stepWeights(), tf.constant(0)) : batch.stepWeights();
    }

    private Operand<TFloat32> squaredError(Operand<TFloat32> values, double clipRange) {
        Operand<TFloat32> squaredError = tf.math.square(Elementwise.sub(tf, values, batch.target()));
        if (clipRange > 0) {
            Operand<TFloat32> range = tf.constant((float) clipRange);
            Operand<TFloat32> change = tf.clipByValue(tf.math.sub(values, batch.value()), tf.math.neg(range), range);
            Operand<TFloat32> clippedError =
                    tf.math.squaredDifference(tf.math.add(batch.value(), change), batch.target());
            squaredError = tf.math.maximum(squaredError, clippedError);
        }
        return squaredError;
    }

    private Operand<TFloat32> figures(
            Operand<TFloat32> policyLoss, Operand<TFloat32> squaredError, ScheduledSettings scheduled) {
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
                        tf.stack(List.of(policyLoss, squaredError)),
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

    /** The mean over the steps of the minibatch, or the share in it that those of a shard have. */
    private Operand<TFloat32> mean(Operand<TFloat32> x) {
        return new Term(x, weightsOf(x)).sum(tf);
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

    /** What minibatch updates minimize the sum of. */
    List<Term> all() {
        return all;
    }

    /** The part of the loss that the policy is responsible for. */
    List<Term> surrogate() {
        return surrogate;
    }

    /** The sum of {@link #surrogate}, a scalar. */
    Operand<TFloat32> surrogateLoss() {
        return tf.math.addN(surrogate.stream().map(term -> term.sum(tf)).toList());
    }

    /** The sums and extremes that {@link Figures} are made of, a vector in its order. */
    Operand<TFloat32> figures() {
        return figures;
    }

    /** Mean KL(old || new), a scalar; of a shard its share in the minibatch's. */
    Operand<TFloat32> kl() {
        return mean(step.kl());
    }

    /** Mean entropy of the new policy, in nats, a scalar; of a shard its share in the minibatch's. */
    Operand<TFloat32> entropy() {
        return mean(now.entropy());
    }

    /** Mean KL(new || reference), a scalar, of a shard its share in the minibatch's; 0 without a reference. */
    Operand<TFloat32> referenceKl() {
        return referenceKl == null ? tf.constant(0f) : mean(referenceKl);
    }

    /** What the networks give. */
    ActorCriticGraph.Result result() {
        return result;
    }

    /** The new policy's distribution. */
    Distributions distributions() {
        return now;
    }
}
