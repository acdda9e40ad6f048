package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.ppo.MinibatchLayout.Column;
import io.github.gdxagents.training.tensor.ActorCriticGraph;
import io.github.gdxagents.training.tensor.DistributionGraph;
import io.github.gdxagents.training.tensor.DualTensor;
import io.github.gdxagents.training.tensor.TensorMath;
import io.github.gdxagents.training.tensor.WeightedSum;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The loss of a minibatch:
 *
 * <pre>
 *     L = −objective + c_v · valueLoss − c_e · entropy + c_ref · KL(new || reference)
 *     valueLoss = ½ · mean((V(o_t) − R_t)²)
 * </pre>
 *
 * <p>A sum of terms: one over other data, such as demonstrations, would be one more of {@link #terms}. All that comes from the rollout
 * (log-probabilities, values, advantages, returns) is constant: no gradient flows through it.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, equation 9; clipped value: Huang et al. 2022, "The 37 implementation details of
 * PPO", detail 9; {@code approxKl}: Schulman 2020, "Approximating KL Divergence", estimator k3; reference policy: Ziegler et al. 2019,
 * arXiv:1909.08593, section 2.
 */
final class Loss {
    private final Ops tf;
    private final LearnerSettings settings;
    private final Minibatch minibatch;
    private final Coefficients.InGraph coefficients;
    private final boolean hasFilling;
    private final ActorCriticGraph.Result result;
    private final DistributionGraph policy;
    private final PolicyStep step;
    private final Operand<TFloat32> referenceKl;
    private final Operand<TFloat32> squaredError;
    private final WeightedSum objective;
    /** What the policy is responsible for: objective, entropy, reference. */
    private final List<WeightedSum> policyTerms = new ArrayList<>();

    private final List<WeightedSum> terms = new ArrayList<>();

    /** Adds it to the graph: {@code coefficients} change from iteration to iteration, {@code settings} don't. */
    Loss(
            Ops tf,
            ActorCritic networks,
            ActorCriticGraph graph,
            Minibatch minibatch,
            Coefficients.InGraph coefficients,
            LearnerSettings settings) {
        this.tf = tf;
        this.settings = settings;
        this.minibatch = minibatch;
        this.coefficients = coefficients;
        hasFilling = networks.sequences().length() > 1;

        result = graph.run(minibatch.steps());
        DualTensor deviations = graph.deviations();
        policy = distribution(networks, result.outputs().value(), deviations == null ? null : deviations.value());
        DistributionGraph old =
                distribution(networks, minibatch.get(Column.OLD_OUTPUTS), minibatch.get(Column.OLD_DEVIATIONS));
        Operand<TFloat32> logProbability =
                policy.logProbability(minibatch.get(Column.CONTINUOUS), minibatch.get(Column.CHOICES));
        Operand<TFloat32> logRatio =
                counted(TensorMath.sub(tf, logProbability, minibatch.get(Column.LOG_PROBABILITY)), 0);
        step = new PolicyStep(tf, policy, old, logProbability, logRatio, advantage(), coefficients, settings);
        referenceKl = settings.hasReference() ? policy.kl(reference(networks)) : null;
        squaredError = squaredError(result.values());

        objective = new WeightedSum(settings.objective().perStep(tf, step), tf.math.neg(minibatch.objectiveWeights()));
        policyTerms.add(objective);
        if (settings.hasEntropy()) {
            policyTerms.add(mean(policy.entropy(), tf.math.neg(coefficients.get(Coefficient.ENTROPY))));
        }
        if (settings.losesToReference()) {
            policyTerms.add(mean(referenceKl, coefficients.get(Coefficient.REFERENCE)));
        }
        terms.add(mean(squaredError, tf.constant((float) (0.5 * settings.ppo().valueCoefficient()))));
        if (!settings.isTrustRegion()) { // else the policy moves by itself
            terms.addAll(policyTerms);
        }
    }

    private DistributionGraph distribution(
            ActorCritic networks, Operand<TFloat32> outputs, Operand<TFloat32> deviations) {
        return new DistributionGraph(
                tf, networks.behavior().action(), outputs, deviations, minibatch.get(Column.ALLOWED));
    }

    private DistributionGraph reference(ActorCritic networks) {
        boolean isContinuous = networks.behavior().action().continuousSize() > 0;
        return distribution(
                networks,
                minibatch.get(Column.REFERENCE_OUTPUTS),
                isContinuous ? tf.constant(settings.referenceDeviations()) : null);
    }

    /** (A - mean) / (std + 1e-8) over the minibatch, if that is wanted. */
    private Operand<TFloat32> advantage() {
        Operand<TFloat32> advantage = minibatch.get(Column.ADVANTAGE);
        return settings.normalizesMinibatches()
                ? tf.math.mul(
                        tf.math.sub(advantage, coefficients.get(Coefficient.ADVANTAGE_MEAN)),
                        coefficients.get(Coefficient.ADVANTAGE_FACTOR))
                : advantage;
    }

    private Operand<TFloat32> squaredError(Operand<TFloat32> values) {
        Operand<TFloat32> target = minibatch.get(Column.RETURN);
        Operand<TFloat32> squaredError = tf.math.square(TensorMath.sub(tf, values, target));
        if (settings.ppo().valueClipRange() == 0) {
            return squaredError;
        }
        Operand<TFloat32> range = tf.constant((float) settings.ppo().valueClipRange());
        Operand<TFloat32> old = minibatch.get(Column.VALUE);
        Operand<TFloat32> change = tf.clipByValue(tf.math.sub(values, old), tf.math.neg(range), range);
        return tf.math.maximum(squaredError, tf.math.squaredDifference(tf.math.add(old, change), target));
    }

    /** A coefficient times the mean over the steps of the minibatch; of a shard, its share in that. */
    private WeightedSum mean(Operand<TFloat32> values, Operand<TFloat32> coefficient) {
        return new WeightedSum(values, tf.math.mul(coefficient, weightsOf(values)));
    }

    private Operand<TFloat32> mean(Operand<TFloat32> values) {
        return new WeightedSum(values, weightsOf(values)).sum(tf);
    }

    /** A scalar, such as an entropy that depends on no observation, counts as much as the steps of this shard do. */
    private Operand<TFloat32> weightsOf(Operand<TFloat32> values) {
        return values.shape().numDimensions() == 0
                ? tf.sum(minibatch.stepWeights(), tf.constant(0))
                : minibatch.stepWeights();
    }

    /** Steps that only fill up a sequence must not count, nor overflow, whatever the networks make of them. */
    Operand<TFloat32> counted(Operand<TFloat32> x, float instead) {
        return hasFilling
                ? tf.select(tf.math.greater(minibatch.stepWeights(), tf.constant(0f)), x, tf.constant(instead))
                : x;
    }

    /** What minibatch updates minimize the sum of. */
    List<WeightedSum> terms() {
        return terms;
    }

    /** The negative objective, a scalar; of a shard its share in the minibatch's. */
    Operand<TFloat32> policyLoss() {
        return objective.sum(tf);
    }

    /** The terms that the policy is responsible for. */
    List<WeightedSum> policyTerms() {
        return policyTerms;
    }

    /** Their sum, a scalar. */
    Operand<TFloat32> sumOfPolicyTerms() {
        return tf.math.addN(policyTerms.stream().map(term -> term.sum(tf)).toList());
    }

    /** Mean KL(old || new), a scalar; of a shard its share in the minibatch's. */
    Operand<TFloat32> kl() {
        return mean(step.kl());
    }

    /** Mean KL(new || reference), a scalar, likewise; 0 without a reference. */
    Operand<TFloat32> referenceKl() {
        return referenceKl == null ? tf.constant(0f) : mean(referenceKl);
    }

    /** Mean entropy of the new policy, in nats, a scalar, likewise. */
    Operand<TFloat32> entropy() {
        return mean(policy.entropy());
    }

    /** Half the mean squared error of the values, a scalar, likewise. */
    Operand<TFloat32> valueLoss() {
        return tf.math.mul(tf.constant(0.5f), mean(squaredError));
    }

    /** What is known of each step. */
    PolicyStep step() {
        return step;
    }

    /** What the networks give. */
    ActorCriticGraph.Result result() {
        return result;
    }

    /** The new policy. */
    DistributionGraph policy() {
        return policy;
    }
}
