package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.rollout.Rollout;

/** Advantages from their definition, as sums that look forward from each row: slow, and written without looking at the recursion. */
final class DirectAdvantage {
    private DirectAdvantage() {}

    /** Sum over l of (γλ)^l δ(t + l), up to the end of the episode or of the slot. */
    static double of(Rollout rollout, int row, double discount, double gaeLambda) {
        double sum = 0;
        double weight = 1;
        for (int i = row; ; i += rollout.slots) {
            sum += weight * temporalDifference(rollout, i, discount);
            if (isLast(rollout, i)) {
                return sum;
            }
            weight *= discount * gaeLambda;
        }
    }

    /** Sum over l of γ^l r(t + l), and the discounted value of what follows unless the episode terminated. */
    static double monteCarlo(Rollout rollout, int row, double discount) {
        double sum = 0;
        double weight = 1;
        for (int i = row; ; i += rollout.slots) {
            sum += weight * rollout.rewards[i];
            weight *= discount;
            if (isLast(rollout, i)) {
                return rollout.statuses[i] == StepStatus.TERMINATED ? sum : sum + weight * rollout.bootstrapValues[i];
            }
        }
    }

    /** r + γ V(next) - V. */
    static double temporalDifference(Rollout rollout, int row, double discount) {
        double next;
        switch (rollout.statuses[row]) {
            case TERMINATED:
                next = 0;
                break;
            case TRUNCATED:
                next = rollout.bootstrapValues[row];
                break;
            default:
                next = isLast(rollout, row) ? rollout.bootstrapValues[row] : rollout.values[row + rollout.slots];
        }
        return rollout.rewards[row] + discount * next - rollout.values[row];
    }

    private static boolean isLast(Rollout rollout, int row) {
        int t = row / rollout.slots;
        return rollout.statuses[row].isEnd() || t == rollout.lengths[row % rollout.slots] - 1;
    }
}
