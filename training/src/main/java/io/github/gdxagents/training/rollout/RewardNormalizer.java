package io.github.gdxagents.training.rollout;

import java.util.Arrays;

/**
 * Divides rewards by the running standard deviation of the discounted return, so that the value function learns numbers around 1
 * whatever the game's scale of rewards. The sign and the zero of a reward stay as they are.
 *
 * <p>Source: Engstrom et al. 2020, arXiv:2005.12729, appendix A.2; "The 37 implementation details of PPO" (Huang et al. 2022).
 */
public final class RewardNormalizer {
    private static final double EPSILON = 1e-8;
    private static final float CLIP = 10;

    private final double discount;
    private final double[] discountedReturns;
    private final RunningMoments moments = new RunningMoments(1);

    /** Starts with no data for N slots; the discount is in [0, 1]. */
    public RewardNormalizer(int slots, double discount) {
        this.discount = discount;
        discountedReturns = new double[slots];
    }

    /** Scales the rewards of a rollout in place, clipped to [-10, 10], and learns from them on the way. */
    public void normalize(Rollout rollout) {
        for (int row : rollout.rows()) {
            normalize(rollout, row, row % rollout.slots);
        }
    }

    private void normalize(Rollout rollout, int row, int n) {
        if (rollout.begins[row]) {
            discountedReturns[n] = 0; // the episode before may have been given up in the middle
        }
        discountedReturns[n] = discountedReturns[n] * discount + rollout.rewards[row];
        moments.add(discountedReturns[n]);
        float scaled = (float) (rollout.rewards[row] / Math.sqrt(moments.variance()[0] + EPSILON));
        rollout.rewards[row] = Math.max(-CLIP, Math.min(CLIP, scaled));
        if (rollout.statuses[row].isEnd()) {
            discountedReturns[n] = 0;
        }
    }

    /** As {@link RunningMoments#save}, then the discounted return of each slot's running episode. */
    public double[] save() {
        double[] saved = moments.save();
        double[] state = Arrays.copyOf(saved, saved.length + discountedReturns.length);
        System.arraycopy(discountedReturns, 0, state, saved.length, discountedReturns.length);
        return state;
    }

    /**
     * Goes on from what {@link #save} gave.
     *
     * @throws IllegalArgumentException if it is of another number of slots
     */
    public void restore(double[] state) {
        int own = state.length - discountedReturns.length;
        if (own < 0) {
            throw new IllegalArgumentException("reward normalizer of " + discountedReturns.length + " slots: "
                    + state.length + " numbers were saved");
        }
        moments.restore(Arrays.copyOf(state, own));
        System.arraycopy(state, own, discountedReturns, 0, discountedReturns.length);
    }
}
