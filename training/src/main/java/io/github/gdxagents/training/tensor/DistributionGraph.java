package io.github.gdxagents.training.tensor;

import io.github.gdxagents.agent.ActionSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The action distribution of the policy as TensorFlow operations: a diagonal Gaussian for continuous actions, a categorical for each
 * branch, independent of each other, so that log-probabilities and entropies add up.
 *
 * <p>It is the twin of {@link io.github.gdxagents.network.ActionDistribution}, which samples in plain Java; a test holds the two
 * together.
 */
public final class DistributionGraph {
    /** Far below any logit, yet finite, so that probability 0 times its logarithm is 0 and not NaN. */
    private static final float FORBIDDEN = -1e9f;

    private static final float LOG_TWO_PI = (float) Math.log(2 * Math.PI);

    private final Ops tf;
    private final ActionSpec spec;
    private final Operand<TFloat32> mean;
    private final Operand<TFloat32> logStandardDeviation;
    /** Of each branch, {@code [B, choices]}; forbidden ones far below the others. */
    private final List<Operand<TFloat32>> logits = new ArrayList<>();

    private final List<Operand<TFloat32>> logProbabilities = new ArrayList<>();

    /**
     * Starts from the outputs of a network.
     *
     * @param tf builds operations
     * @param spec continuous values and branches
     * @param outputs {@code [B, outputs]}: means, then the logits of each branch
     * @param logStandardDeviation {@code [continuous]} or {@code [B, continuous]}, or null if there are no continuous actions
     * @param allowed {@code [B, choices]}: 1 or 0, or null if there are no branches
     */
    public DistributionGraph(
            Ops tf,
            ActionSpec spec,
            Operand<TFloat32> outputs,
            Operand<TFloat32> logStandardDeviation,
            Operand<TFloat32> allowed) {
        this.tf = tf;
        this.spec = spec;
        this.logStandardDeviation = logStandardDeviation;
        List<Operand<TFloat32>> parts = split(outputs);
        int[] choices =
                IntStream.range(0, spec.branchCount()).map(spec::branchSize).toArray();
        List<Operand<TFloat32>> allowedParts = TensorMath.splitColumns(tf, allowed, choices);
        mean = parts.get(0);
        for (int b = 0; b < choices.length; b++) {
            Operand<TFloat32> masked = masked(parts.get(b + 1), allowedParts.get(b));
            logits.add(masked);
            logProbabilities.add(tf.nn.logSoftmax(masked));
        }
    }

    /** Outputs as continuous values, null if there are none, and the choices of each branch. */
    private List<Operand<TFloat32>> split(Operand<TFloat32> outputs) {
        int[] widths = new int[1 + spec.branchCount()];
        widths[0] = spec.continuousSize();
        for (int b = 0; b < spec.branchCount(); b++) {
            widths[b + 1] = spec.branchSize(b);
        }
        return TensorMath.splitColumns(tf, outputs, widths);
    }

    /** Adding is a third of the cost of selecting; the gradient of a forbidden logit is its probability times something: 0. */
    private Operand<TFloat32> masked(Operand<TFloat32> logits, Operand<TFloat32> allowed) {
        Operand<TFloat32> forbidden = tf.math.sub(tf.constant(1f), allowed);
        return TensorMath.add(tf, logits, tf.math.mul(forbidden, tf.constant(FORBIDDEN)));
    }

    /**
     * The log-probability of actions that were taken.
     *
     * @param continuous {@code [B, continuous]} as sampled, or null
     * @param choices {@code [B, branches]} index of each choice, or null
     * @return {@code [B]}
     */
    public Operand<TFloat32> logProbability(Operand<TFloat32> continuous, Operand<TFloat32> choices) {
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (mean != null) {
            terms.add(gaussianLogProbability(continuous));
        }
        int[] single = new int[spec.branchCount()];
        Arrays.fill(single, 1);
        List<Operand<TFloat32>> chosen = TensorMath.splitColumns(tf, choices, single);
        for (int b = 0; b < single.length; b++) {
            terms.add(chosenLogProbability(b, chosen.get(b)));
        }
        return sum(terms);
    }

    private Operand<TFloat32> gaussianLogProbability(Operand<TFloat32> continuous) {
        Operand<TFloat32> standardized = tf.math.div(tf.math.sub(continuous, mean), tf.math.exp(logStandardDeviation));
        Operand<TFloat32> density = tf.math.sub(
                tf.math.mul(tf.constant(-0.5f), tf.math.square(standardized)),
                tf.math.add(logStandardDeviation, tf.constant(0.5f * LOG_TWO_PI)));
        return tf.sum(density, tf.constant(1));
    }

    private Operand<TFloat32> chosenLogProbability(int branch, Operand<TFloat32> chosen) {
        Operand<TInt32> index = tf.dtypes.cast(TensorMath.onlyColumn(tf, chosen), TInt32.class);
        Operand<TFloat32> oneHot =
                tf.oneHot(index, tf.constant(spec.branchSize(branch)), tf.constant(1f), tf.constant(0f));
        // One operation, whose derivative is another: product and sum would take twenty.
        return tf.math.neg(
                tf.nn.softmaxCrossEntropyWithLogits(logits.get(branch), oneHot).loss());
    }

    /**
     * {@return {@code [B]}: the entropy in nats; a scalar if all actions are continuous, for then it does not depend on
     * the observation}
     */
    public Operand<TFloat32> entropy() {
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (mean != null) {
            terms.add(tf.sum(tf.math.add(logStandardDeviation, tf.constant(0.5f + 0.5f * LOG_TWO_PI)), tf.constant(0)));
        }
        for (Operand<TFloat32> logProbability : logProbabilities) {
            Operand<TFloat32> weighted = tf.math.mul(tf.math.exp(logProbability), logProbability);
            terms.add(tf.math.neg(tf.sum(weighted, tf.constant(1))));
        }
        return sum(terms);
    }

    /** {@return {@code [B]}: KL(this || other) in closed form, in nats; the same choices must be allowed in both} */
    public Operand<TFloat32> kl(DistributionGraph other) {
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (mean != null) {
            terms.add(gaussianKl(other));
        }
        for (int b = 0; b < logProbabilities.size(); b++) {
            Operand<TFloat32> logProbability = logProbabilities.get(b);
            Operand<TFloat32> difference = tf.math.sub(logProbability, other.logProbabilities.get(b));
            terms.add(tf.sum(tf.math.mul(tf.math.exp(logProbability), difference), tf.constant(1)));
        }
        return sum(terms);
    }

    /** log(σ' / σ) + (σ² + (μ - μ')²) / (2 σ'²) - 1/2, summed over the values. */
    private Operand<TFloat32> gaussianKl(DistributionGraph other) {
        Operand<TFloat32> logRatio = tf.math.sub(other.logStandardDeviation, logStandardDeviation);
        Operand<TFloat32> varianceRatio = tf.math.exp(tf.math.mul(tf.constant(-2f), logRatio));
        Operand<TFloat32> standardized =
                tf.math.div(tf.math.sub(mean, other.mean), tf.math.exp(other.logStandardDeviation));
        Operand<TFloat32> twice =
                tf.math.sub(tf.math.add(varianceRatio, tf.math.square(standardized)), tf.constant(1f));
        return tf.sum(tf.math.add(logRatio, tf.math.mul(tf.constant(0.5f), twice)), tf.constant(1));
    }

    /**
     * The Fisher information of the outputs times a vector: how fast the KL to a neighbor grows with the outputs.
     *
     * <p>For a mean it is 1 / σ², for the logits of a branch diag(p) - p pᵀ.
     *
     * @param vector {@code [B, outputs]}, one for each row
     * @return {@code [B, outputs]}
     */
    public Operand<TFloat32> fisherProduct(Operand<TFloat32> vector) {
        List<Operand<TFloat32>> parts = split(vector);
        List<Operand<TFloat32>> products = new ArrayList<>();
        if (mean != null) {
            Operand<TFloat32> precision = tf.math.exp(tf.math.mul(tf.constant(-2f), logStandardDeviation));
            products.add(tf.math.mul(parts.get(0), precision));
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            Operand<TFloat32> probability = tf.math.exp(logProbabilities.get(b));
            Operand<TFloat32> weighted = tf.math.mul(probability, parts.get(b + 1));
            Operand<TFloat32> total = tf.sum(weighted, tf.constant(1), Sum.keepDims(true));
            products.add(tf.math.sub(weighted, tf.math.mul(probability, total)));
        }
        return products.size() == 1 ? products.get(0) : tf.concat(products, tf.constant(1));
    }

    private Operand<TFloat32> sum(List<Operand<TFloat32>> terms) {
        Operand<TFloat32> sum = terms.get(0);
        for (Operand<TFloat32> term : terms.subList(1, terms.size())) {
            sum = tf.math.add(sum, term);
        }
        return sum;
    }
}
