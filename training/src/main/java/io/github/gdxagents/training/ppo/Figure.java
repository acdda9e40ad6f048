package io.github.gdxagents.training.ppo;

import java.util.function.DoubleBinaryOperator;

/**
 * What the graph measures, and how the parts of a minibatch or of a rollout combine.
 *
 * <p>To add one, declare it here, give it to a {@link FigureVector}, and let {@link Diagnostics} report it.
 */
enum Figure {
    /** Negative mean objective. */
    POLICY_LOSS("the policy's loss", Figure::floatSum),
    /** Half the mean squared error of the values. */
    VALUE_LOSS("the value function's loss", Figure::floatSum),
    /** Mean of (ratio - 1) - log ratio. */
    APPROX_KL("the estimated KL", Figure::floatSum),
    /** Share of ratios below the clip range. */
    CLIP_FRACTION_LOWER("the share of ratios below the clip range", Figure::floatSum),
    /** Share of ratios above the clip range. */
    CLIP_FRACTION_UPPER("the share of ratios above the clip range", Figure::floatSum),
    /** Share of steps whose gradient the objective lets through. */
    GRADIENT_FRACTION("the share of steps with a gradient", Figure::floatSum),
    /** Mean ratio, of ratios between e^-20 and e^20. */
    RATIO_MEAN("the mean ratio", Figure::floatSum),
    /** Mean squared ratio, likewise. */
    RATIO_SQUARE("the mean squared ratio", Figure::floatSum),
    RATIO_MIN("the smallest ratio", Math::min),
    RATIO_MAX("the largest ratio", Math::max),
    /** Mean KL(old || new), in nats. */
    KL("the KL from the policy before the iteration", Double::sum),
    /** Mean KL(new || reference), in nats; 0 without a reference. */
    REFERENCE_KL("the KL to the reference policy", Double::sum),
    /** Mean of the new policy, in nats. */
    ENTROPY("the entropy", Double::sum);

    private final String words;
    private final DoubleBinaryOperator combination;

    Figure(String words, DoubleBinaryOperator combination) {
        this.words = words;
        this.combination = combination;
    }

    /** In a message. */
    String words() {
        return words;
    }

    /** What two shards of a minibatch have together. Steps are weighted so that the shares of shards add up to the minibatch's mean. */
    double combine(double a, double b) {
        return combination.applyAsDouble(a, b);
    }

    /** As a device would add them: the figures of a single minibatch are not worth more. */
    private static double floatSum(double a, double b) {
        return (float) (a + b);
    }
}
