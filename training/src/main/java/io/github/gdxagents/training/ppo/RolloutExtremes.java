package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.rollout.Rollout;

/**
 * The numbers of a rollout that are furthest from 0: where learning broke, they tell whether the game's scale is the likely cause.
 *
 * @param reward as learned from, so normalized if rewards are
 * @param discountedReturn target of the value function
 * @param observation as the agent wrote it, never normalized
 * @param observationName its name
 */
record RolloutExtremes(float reward, float discountedReturn, float observation, String observationName) {
    /** Far beyond what networks learn well from, and far below 1e19, the square of which is no float any more. */
    static final float LARGE = 1e6f;

    /** Of the distance to a reference policy: 0.01 to 1 are usual. */
    private static final double LARGEST_WEIGHT = 1e4;

    /** Those of a rollout with returns and at least one decision. */
    static RolloutExtremes of(Rollout rollout) {
        int[] rows = rollout.rows();
        int size = rollout.behavior().observation().size();
        int reward = rows[0];
        int discountedReturn = rows[0];
        int observation = rows[0] * size;
        for (int row : rows) {
            reward = further(rollout.rewards, row, reward);
            discountedReturn = further(rollout.returns, row, discountedReturn);
            for (int i = row * size; i < (row + 1) * size; i++) {
                observation = further(rollout.observations, i, observation);
            }
        }
        return new RolloutExtremes(
                rollout.rewards[reward],
                rollout.returns[discountedReturn],
                rollout.observations[observation],
                rollout.behavior().observation().names().get(observation % size));
    }

    /** What is no number is further than any. */
    private static int further(float[] values, int index, int best) {
        return Float.compare(Math.abs(values[index]), Math.abs(values[best])) > 0 ? index : best;
    }

    /**
     * What they are and what to do. What is normalized is on a common scale already, and can't be the cause; the distance to a reference
     * policy counts by its coefficient, 0 without one.
     */
    String advice(NormalizationConfig normalization, double referenceCoefficient) {
        return "The rollout's largest numbers are reward " + reward + (normalization.rewards() ? " (normalized)" : "")
                + ", return " + discountedReturn + " and observation '" + observationName + "' " + observation + ". "
                + remedy(normalization, referenceCoefficient);
    }

    private String remedy(NormalizationConfig normalization, double referenceCoefficient) {
        if (referenceCoefficient > LARGEST_WEIGHT) {
            return "The weight of the distance to the reference policy, " + referenceCoefficient
                    + ", is the likely cause: lower ppo.reference.coefficient";
        }
        if (Math.abs(reward) > LARGE
                && (normalization.rewards() || referenceCoefficient > 1)) { // normalized, it was 10 at most
            return "What the distance to the reference policy took from the rewards is the likely cause: lower"
                    + " ppo.reference.coefficient, or set ppo.reference.place=loss";
        }
        if (Math.abs(reward) > LARGE) {
            return "Rewards that large are the likely cause: scale them in the game, or set normalization.rewards=true";
        }
        if (!normalization.observations() && Math.abs(observation) > LARGE) {
            return "Observations that large are the likely cause: scale them in the game, or set"
                    + " normalization.observations=true";
        }
        return "The game's numbers are not the likely cause: lower ppo.learningRate";
    }
}
