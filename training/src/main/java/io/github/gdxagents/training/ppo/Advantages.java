package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.PpoConfig.AdvantageEstimator;
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
 * <p>With λ = 1 the value target is the return from the decision on; {@link AdvantageEstimator the other estimators} are made of it.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1506.02438, equations 11, 12 and 16; truncation: Pardo et al. 2018, arXiv:1712.00378.
 */
public final class Advantages {
    private Advantages() {}

    /**
     * Fills {@link Rollout#advantages} and {@link Rollout#returns}.
     *
     * @param rollout rewards, values, statuses and bootstrap values are read
     * @param ppo which estimator, γ, and λ: 1 is the Monte-Carlo return minus the value, 0 the one-step temporal difference
     */
    public static void estimate(Rollout rollout, PpoConfig ppo) {
        boolean isGae = ppo.estimator() == AdvantageEstimator.GAE;
        for (int n = 0; n < rollout.slots; n++) {
            estimateSlot(rollout, n, ppo.discount(), isGae ? ppo.gaeLambda() : 1);
            if (!isGae) {
                replaceByReturns(rollout, n, ppo.estimator());
            }
        }
    }

    private static void replaceByReturns(Rollout rollout, int n, AdvantageEstimator estimator) {
        boolean isWhole =
                estimator == AdvantageEstimator.RETURN || estimator == AdvantageEstimator.RETURN_WITH_BASELINE;
        boolean hasBaseline = estimator == AdvantageEstimator.RETURN_WITH_BASELINE
                || estimator == AdvantageEstimator.RETURN_TO_GO_WITH_BASELINE;
        boolean isFirst = true;
        float episodeReturn = 0;
        for (int t = 0; t < rollout.lengths[n]; t++) {
            int row = rollout.row(t, n);
            if (isFirst || !isWhole) {
                episodeReturn = rollout.returns[row];
            }
            rollout.advantages[row] = hasBaseline ? episodeReturn - rollout.values[row] : episodeReturn;
            isFirst = rollout.statuses[row].isEnd();
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
