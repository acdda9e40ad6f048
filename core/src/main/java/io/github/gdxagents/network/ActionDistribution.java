package io.github.gdxagents.network;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.RandomStream;

/**
 * The distribution of actions that a network's outputs stand for.
 *
 * <p>Outputs {@code [out]} are a mean for each continuous value, then a logit for each choice, branch after branch. A continuous value
 * is normally distributed with a standard deviation that doesn't depend on the observation; a branch is categorical over the choices
 * that the mask allows. All are independent, so log-probabilities and entropies add up. Log-probabilities are those of the sample
 * before it is clipped.
 *
 * <p>Where a method takes a mask, null allows everything.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 *
 * <p>Source: Huang and Ontanon 2020, "A Closer Look at Invalid Action Masking", arXiv:2006.14171; Kullback-Leibler divergences in closed
 * form as in Cover and Thomas, "Elements of Information Theory".
 */
public final class ActionDistribution {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final ActionSpec spec;
    private final int continuousSize;
    private final float[] logStandardDeviation;
    private final double[] standardDeviation;

    /**
     * Makes the distributions of a specification.
     *
     * @param spec the named actions
     * @param logStandardDeviation {@code [continuous]}, natural logarithm, finite, copied
     * @throws IllegalArgumentException as {@link #setLogStandardDeviation} does
     */
    public ActionDistribution(ActionSpec spec, float[] logStandardDeviation) {
        this.spec = spec;
        continuousSize = spec.continuousSize();
        this.logStandardDeviation = new float[continuousSize];
        standardDeviation = new double[continuousSize];
        setLogStandardDeviation(logStandardDeviation);
    }

    /**
     * Changes the standard deviations.
     *
     * @param values {@code [continuous]}, natural logarithm, finite, copied
     * @throws IllegalArgumentException if there isn't one for each continuous value or one is not finite
     */
    public void setLogStandardDeviation(float[] values) {
        if (values.length != continuousSize) {
            throw new IllegalArgumentException("action distribution: there are " + continuousSize
                    + " continuous values, but " + values.length + " log standard deviations");
        }
        for (int i = 0; i < continuousSize; i++) {
            if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
                throw new IllegalArgumentException("action distribution: the log standard deviation of '"
                        + spec.continuous().get(i) + "' must be finite, but is " + values[i]);
            }
            logStandardDeviation[i] = values[i];
            standardDeviation[i] = Math.exp(values[i]);
        }
    }

    /**
     * Draws actions.
     *
     * @param outputs {@code [out]}
     * @param mask what is allowed, or null
     * @param random where chance comes from; takes one deviate for each continuous value, then one number for each branch
     * @param target overwritten
     * @throws IllegalStateException if the mask leaves a branch without a choice
     */
    public void sample(float[] outputs, ActionMask mask, RandomStream random, ActionSample target) {
        requireChoice(mask);
        for (int i = 0; i < continuousSize; i++) {
            target.continuous()[i] = (float) (outputs[i] + standardDeviation[i] * random.nextGaussian());
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            target.choices()[b] = draw(b, outputs, mask, random);
        }
    }

    private int draw(int branch, float[] outputs, ActionMask mask, RandomStream random) {
        int offset = spec.choiceOffset(branch);
        double largest = largest(branch, outputs, mask);
        double left = random.nextDouble() * sumOfExponentials(branch, outputs, mask, largest);
        int last = 0; // rounding may leave a rest: it goes to the last choice that is allowed
        for (int c = 0; c < spec.branchSize(branch); c++) {
            if (isAllowed(mask, offset + c)) {
                last = c;
                left -= exponential(outputs, offset + c, largest);
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /**
     * Takes the most probable actions: the means, and of each branch the allowed choice with the largest logit (the first of equals).
     *
     * @param outputs {@code [out]}
     * @param mask what is allowed, or null
     * @param target overwritten
     * @throws IllegalStateException if the mask leaves a branch without a choice
     */
    public void mode(float[] outputs, ActionMask mask, ActionSample target) {
        requireChoice(mask);
        System.arraycopy(outputs, 0, target.continuous(), 0, continuousSize);
        for (int b = 0; b < spec.branchCount(); b++) {
            int offset = spec.choiceOffset(b);
            int best = -1;
            for (int c = 0; c < spec.branchSize(b); c++) {
                if (isAllowed(mask, offset + c)
                        && (best < 0 || logit(outputs, offset + c) > logit(outputs, offset + best))) {
                    best = c;
                }
            }
            target.choices()[b] = best;
        }
    }

    /**
     * The logarithm of the probability (density) of a sample.
     *
     * @param outputs {@code [out]}
     * @param mask what was allowed, or null
     * @param sample its continuous values are taken as they are, not clipped
     * @return natural logarithm; negative infinity if a choice was forbidden
     */
    public float logProbability(float[] outputs, ActionMask mask, ActionSample sample) {
        double sum = 0;
        for (int i = 0; i < continuousSize; i++) {
            double deviation = (sample.continuous()[i] - outputs[i]) / standardDeviation[i];
            sum -= 0.5 * deviation * deviation + logStandardDeviation[i] + HALF_LOG_TWO_PI;
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            int index = spec.choiceOffset(b) + sample.choices()[b];
            sum += isAllowed(mask, index)
                    ? logit(outputs, index) - logNormalizer(b, outputs, mask)
                    : Double.NEGATIVE_INFINITY;
        }
        return (float) sum;
    }

    /**
     * The entropy of the actions (differential entropy of the continuous ones).
     *
     * @param outputs {@code [out]}
     * @param mask what is allowed, or null
     * @return in nats
     */
    public float entropy(float[] outputs, ActionMask mask) {
        double sum = 0;
        for (int i = 0; i < continuousSize; i++) {
            sum += logStandardDeviation[i] + HALF_LOG_TWO_PI + 0.5;
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            double normalizer = logNormalizer(b, outputs, mask);
            for (int k = spec.choiceOffset(b); k < spec.choiceOffset(b) + spec.branchSize(b); k++) {
                if (isAllowed(mask, k)) {
                    double logProbability = logit(outputs, k) - normalizer;
                    sum -= Math.exp(logProbability) * logProbability;
                }
            }
        }
        return (float) sum;
    }

    /**
     * The probability of each choice.
     *
     * @param outputs {@code [out]}
     * @param mask what is allowed, or null
     * @param target {@code [choices]}, overwritten; a forbidden choice has 0, each branch sums to 1
     */
    public void probabilities(float[] outputs, ActionMask mask, float[] target) {
        for (int b = 0; b < spec.branchCount(); b++) {
            double normalizer = logNormalizer(b, outputs, mask);
            for (int k = spec.choiceOffset(b); k < spec.choiceOffset(b) + spec.branchSize(b); k++) {
                target[k] = isAllowed(mask, k) ? (float) Math.exp(logit(outputs, k) - normalizer) : 0f;
            }
        }
    }

    /**
     * The Kullback-Leibler divergence of two distributions with the same mask, KL(first, second), in closed form.
     *
     * @param outputs {@code [out]} of the first
     * @param logStandardDeviation {@code [continuous]} of the first
     * @param otherOutputs {@code [out]} of the second
     * @param otherLogStandardDeviation {@code [continuous]} of the second
     * @param mask what is allowed, or null
     * @return in nats, 0 or more
     */
    public double kl(
            float[] outputs,
            float[] logStandardDeviation,
            float[] otherOutputs,
            float[] otherLogStandardDeviation,
            ActionMask mask) {
        double sum = 0;
        for (int i = 0; i < continuousSize; i++) {
            double difference = outputs[i] - otherOutputs[i];
            double logRatio = (double) otherLogStandardDeviation[i] - logStandardDeviation[i];
            double otherVariance = Math.exp(2.0 * otherLogStandardDeviation[i]);
            sum += logRatio + 0.5 * (Math.exp(-2 * logRatio) + difference * difference / otherVariance - 1);
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            double normalizer = logNormalizer(b, outputs, mask);
            double otherNormalizer = logNormalizer(b, otherOutputs, mask);
            for (int k = spec.choiceOffset(b); k < spec.choiceOffset(b) + spec.branchSize(b); k++) {
                if (isAllowed(mask, k)) {
                    double first = logit(outputs, k) - normalizer;
                    sum += Math.exp(first) * (first - (logit(otherOutputs, k) - otherNormalizer));
                }
            }
        }
        return sum;
    }

    private static void requireChoice(ActionMask mask) {
        if (mask != null) {
            mask.requireChoice();
        }
    }

    private static boolean isAllowed(ActionMask mask, int index) {
        return mask == null || mask.isAllowed(index);
    }

    private double logit(float[] outputs, int index) {
        return outputs[continuousSize + index];
    }

    private double logNormalizer(int branch, float[] outputs, ActionMask mask) {
        double largest = largest(branch, outputs, mask);
        return largest + Math.log(sumOfExponentials(branch, outputs, mask, largest));
    }

    private double largest(int branch, float[] outputs, ActionMask mask) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = spec.choiceOffset(branch); k < spec.choiceOffset(branch) + spec.branchSize(branch); k++) {
            if (isAllowed(mask, k)) {
                largest = Math.max(largest, logit(outputs, k));
            }
        }
        return largest;
    }

    private double sumOfExponentials(int branch, float[] outputs, ActionMask mask, double largest) {
        double sum = 0;
        for (int k = spec.choiceOffset(branch); k < spec.choiceOffset(branch) + spec.branchSize(branch); k++) {
            if (isAllowed(mask, k)) {
                sum += exponential(outputs, k, largest);
            }
        }
        return sum;
    }

    // Relative to the largest logit, so that nothing overflows.
    private double exponential(float[] outputs, int index, double largest) {
        return Math.exp(logit(outputs, index) - largest);
    }
}
