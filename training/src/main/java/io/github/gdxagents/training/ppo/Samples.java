package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.training.rollout.Rollout;

/**
 * A rollout as one matrix with a row for each decision, so that it reaches the device in a single copy and a minibatch is a single
 * gather.
 *
 * <p>Columns: normalized observation, continuous actions, choices (as numbers), allowed choices (1 or 0), then log-probability,
 * value, advantage and return.
 *
 * @param count number of rows, S
 * @param matrix row-major {@code [S, width]}
 */
record Samples(int count, float[] matrix) {
    /** The figures behind the actions: log-probability, value, advantage, return. */
    static final int FIGURES = 4;

    static int[] widths(BehaviorSpec behavior) {
        ActionSpec action = behavior.action();
        return new int[] {
            behavior.observation().size(),
            action.continuousSize(),
            action.branchCount(),
            action.choiceCount(),
            1,
            1,
            1,
            1
        };
    }

    static int width(BehaviorSpec behavior) {
        ActionSpec action = behavior.action();
        return behavior.observation().size()
                + action.continuousSize()
                + action.branchCount()
                + action.choiceCount()
                + FIGURES;
    }

    /**
     * Packs all decisions of a rollout.
     *
     * @param rollout with advantages
     * @param normalizer the one that the decisions were taken with
     * @param advantages how to scale advantages before learning: subtract the mean, divide by the standard deviation
     */
    static Samples of(Rollout rollout, ObservationNormalizer normalizer, AdvantageScale advantages) {
        int[] rows = rollout.rows();
        int width = width(rollout.behavior());
        float[] matrix = new float[rows.length * width];
        float[] raw = new float[rollout.behavior().observation().size()];
        float[] normalized = new float[raw.length];
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            System.arraycopy(rollout.observations, row * raw.length, raw, 0, raw.length);
            normalizer.apply(raw, normalized);
            int column = i * width;
            System.arraycopy(normalized, 0, matrix, column, raw.length);
            column = putActions(rollout, row, matrix, column + raw.length);
            matrix[column++] = rollout.logProbabilities[row];
            matrix[column++] = rollout.values[row];
            matrix[column++] = advantages.apply(rollout.advantages[row]);
            matrix[column] = rollout.returns[row];
        }
        return new Samples(rows.length, matrix);
    }

    private static int putActions(Rollout rollout, int row, float[] matrix, int start) {
        ActionSpec action = rollout.behavior().action();
        int column = start;
        for (int i = 0; i < action.continuousSize(); i++) {
            matrix[column++] = rollout.continuous[row * action.continuousSize() + i];
        }
        for (int i = 0; i < action.branchCount(); i++) {
            matrix[column++] = rollout.choices[row * action.branchCount() + i];
        }
        for (int i = 0; i < action.choiceCount(); i++) {
            matrix[column++] = rollout.allowed[row * action.choiceCount() + i] ? 1 : 0;
        }
        return column;
    }
}
