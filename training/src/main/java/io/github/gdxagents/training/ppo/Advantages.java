package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.rollout.Rollout;

/**
 * Computes advantages and value targets of a rollout with generalized advantage estimation: with {@code nextValue} the value of what comes
 * next,
 *
 * <pre>
 *     δ_t = r_t + γ nextValue_t − V(o_t)
 *     A_t = δ_t + γ λ A_{t+1}
 *     R_t = A_t + V(o_t)
 * </pre>
 *
 * <p>Walks backwards through each slot's rows. A terminated step has no future value. A truncated step has the value of the
 * observation at which it was cut off. Both start a fresh sum, so nothing flows over the end of an episode. A slot's last row
 * continues with the value of the observation after it.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1506.02438, equations 11, 12 and 16; truncation: Pardo et al. 2018, arXiv:1712.00378.
 */
public final class Advantages {
    private Advantages() {}

    /**
     * Fills {@link Rollout#advantages} and {@link Rollout#returns}.
     *
     * @param rollout rewards, values, statuses and bootstrap values are read
     * @param discount γ in [0, 1]
     * @param gaeLambda λ in [0, 1]: 1 is the Monte-Carlo return minus the value, 0 the one-step temporal difference
     */
    public static void estimate(Rollout rollout, double discount, double gaeLambda) {
        for (int n = 0; n < rollout.slots; n++) {
            estimateSlot(rollout, n, discount, gaeLambda);
        }
    }

    private static void estimateSlot(Rollout rollout, int n, double discount, double gaeLambda) {
        int last = rollout.lengths[n] - 1;
        double nextAdvantage = 0;
        for (int t = last; t >= 0; t--) {
            int row = rollout.row(t, n);
            StepStatus status = rollout.statuses[row];
            double nextValue;
            if (status == StepStatus.TERMINATED) {
                nextValue = 0;
            } else if (status == StepStatus.TRUNCATED || t == last) {
                nextValue = rollout.bootstrapValues[row];
            } else {
                nextValue = rollout.values[row + rollout.slots];
            }
            double value = rollout.values[row];
            double temporalDifference = rollout.rewards[row] + discount * nextValue - value;
            double carried = status.isEnd() ? 0 : discount * gaeLambda * nextAdvantage;
            nextAdvantage = temporalDifference + carried;
            rollout.advantages[row] = (float) nextAdvantage;
            rollout.returns[row] = (float) (nextAdvantage + value);
        }
    }
}
