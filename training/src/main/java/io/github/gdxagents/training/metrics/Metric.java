package io.github.gdxagents.training.metrics;

/**
 * A figure that is reported for each behavior after each iteration.
 *
 * <p>Columns are the names in {@code metrics.csv}; tags are the names in TensorBoard, those of Stable-Baselines3 where it has the same
 * figure.
 */
public enum Metric implements Column {
    /** Mean return of the last 100 finished episodes. */
    EPISODE_RETURN_MEAN("episode_return_mean", "rollout/ep_rew_mean"),
    /** Median return of the last 100 finished episodes. */
    EPISODE_RETURN_MEDIAN("episode_return_median", "rollout/ep_rew_median"),
    /** Smallest return of the last 100 finished episodes. */
    EPISODE_RETURN_MIN("episode_return_min", "rollout/ep_rew_min"),
    /** Largest return of the last 100 finished episodes. */
    EPISODE_RETURN_MAX("episode_return_max", "rollout/ep_rew_max"),
    /** Mean length of the last 100 finished episodes, in decisions. */
    EPISODE_LENGTH_MEAN("episode_length_mean", "rollout/ep_len_mean"),
    /** Median length of the last 100 finished episodes, in decisions. */
    EPISODE_LENGTH_MEDIAN("episode_length_median", "rollout/ep_len_median"),
    /** Smallest length of the last 100 finished episodes, in decisions. */
    EPISODE_LENGTH_MIN("episode_length_min", "rollout/ep_len_min"),
    /** Largest length of the last 100 finished episodes, in decisions. */
    EPISODE_LENGTH_MAX("episode_length_max", "rollout/ep_len_max"),
    /** Episodes that finished since the run began. */
    EPISODES("episodes", "rollout/episodes"),
    /** Negative objective, mean over the minibatches. */
    POLICY_LOSS("policy_loss", "train/policy_gradient_loss"),
    /** Half the mean squared error of the value function. */
    VALUE_LOSS("value_loss", "train/value_loss"),
    /** Entropy of the action distribution, in nats: mean over the whole rollout after the last update. */
    ENTROPY("entropy", "train/entropy"),
    /** Mean of (ratio - 1) - log ratio, an estimate of KL(old || new), in nats. */
    APPROX_KL("approx_kl", "train/approx_kl"),
    /** KL(old || new) in closed form, in nats: mean over the whole rollout after the last update. */
    KL("kl", "train/kl"),
    /** KL(new || reference) in closed form, in nats: mean over the whole rollout after the last update. */
    REFERENCE_KL("reference_kl", "train/reference_kl"),
    /** Weight of the KL to the reference. */
    REFERENCE_COEFFICIENT("reference_coefficient", "train/reference_coefficient"),
    /** Weight of the KL penalty, β. */
    KL_COEFFICIENT("kl_coefficient", "train/kl_coefficient"),
    /** Share of its full length that the step in a trust region had, 0 if none was taken. */
    TRUST_REGION_STEP("trust_region_step", "train/trust_region_step"),
    /** Minibatch updates of the iteration; fewer if the epochs were stopped early. */
    UPDATES("updates", "train/updates"),
    /** Share of the steps whose ratio is below the clip range. */
    CLIP_FRACTION_LOWER("clip_fraction_lower", "train/clip_fraction_lower"),
    /** Share of the steps whose ratio is above the clip range. */
    CLIP_FRACTION_UPPER("clip_fraction_upper", "train/clip_fraction_upper"),
    /** 1 - Var(return - value) / Var(return), of the values estimated while collecting. */
    EXPLAINED_VARIANCE("explained_variance", "train/explained_variance"),
    /** (sum of ratios)^2 / (n * sum of squared ratios), in (0, 1]. */
    EFFECTIVE_SAMPLE_SIZE("effective_sample_size", "train/effective_sample_size"),
    /** Share of the steps whose gradient the objective lets through, mean over the minibatches. */
    GRADIENT_FRACTION("gradient_fraction", "train/gradient_fraction"),
    /** Largest ratio of any step. */
    MAX_RATIO("max_ratio", "train/max_ratio"),
    /** Norm of the whole gradient before it is clipped, mean over the minibatches. */
    GRADIENT_NORM("gradient_norm", "train/gradient_norm"),
    /** Learning rate of the iteration. */
    LEARNING_RATE("learning_rate", "train/learning_rate"),
    /** How far the ratio may fall below 1. */
    CLIP_RANGE_LOWER("clip_range_lower", "train/clip_range_lower"),
    /** How far the ratio may rise above 1. */
    CLIP_RANGE_UPPER("clip_range_upper", "train/clip_range"),
    /** Weight of the entropy in the loss. */
    ENTROPY_COEFFICIENT("entropy_coefficient", "train/entropy_coefficient"),
    /** Mean standard deviation of the continuous actions. */
    STANDARD_DEVIATION("standard_deviation", "train/std");

    private final String column;
    /** The name in TensorBoard: group/name. */
    final String tag;

    Metric(String column, String tag) {
        this.column = column;
        this.tag = tag;
    }

    @Override
    public String column() {
        return column;
    }
}
