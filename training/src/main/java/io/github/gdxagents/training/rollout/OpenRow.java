package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * A decision whose reward is still to come when the iteration ends, since the agent waits, or decides more rarely than others: it is learned
 * from in a later iteration, with all that has come of it by then.
 *
 * @param observation {@code [obs]}
 * @param continuous {@code [continuous]}
 * @param choices {@code [branches]}
 * @param allowed {@code [choices]}
 * @param outputs {@code [out]}
 * @param logProbability of the actions under the policy that took them
 * @param value of the observation, as it was estimated then
 * @param begins whether it is the first of its episode
 * @param memory {@code [memory]}, before the decision
 */
public record OpenRow(
        float[] observation,
        float[] continuous,
        int[] choices,
        boolean[] allowed,
        float[] outputs,
        float logProbability,
        float value,
        boolean begins,
        float[] memory) {
    /** Copies a slot's latest row, and what was remembered before it. */
    static OpenRow of(Rollout rollout, int t, int slot, float[] memory) {
        int row = rollout.row(t, slot);
        BehaviorSpec behavior = rollout.behavior();
        ActionSpec action = behavior.action();
        return new OpenRow(
                part(rollout.observations, row, behavior.observation().size()),
                part(rollout.continuous, row, action.continuousSize()),
                Arrays.copyOfRange(rollout.choices, row * action.branchCount(), (row + 1) * action.branchCount()),
                Arrays.copyOfRange(rollout.allowed, row * action.choiceCount(), (row + 1) * action.choiceCount()),
                part(rollout.outputs, row, action.outputSize()),
                rollout.logProbabilities[row],
                rollout.values[row],
                rollout.begins[row],
                memory.clone());
    }

    private static float[] part(float[] matrix, int row, int width) {
        return Arrays.copyOfRange(matrix, row * width, (row + 1) * width);
    }

    /** Makes it the first row of a slot that has none yet. */
    void write(Rollout rollout, int slot) {
        int row = rollout.row(0, slot);
        rollout.lengths[slot] = 1;
        rollout.carried[slot] = true;
        put(observation, rollout.observations, row);
        put(continuous, rollout.continuous, row);
        put(choices, rollout.choices, row);
        put(allowed, rollout.allowed, row);
        put(outputs, rollout.outputs, row);
        rollout.logProbabilities[row] = logProbability;
        rollout.values[row] = value;
        rollout.begins[row] = begins;
        rollout.keepMemory(0, slot, memory);
    }

    /** Arrays of any one type. */
    private static void put(Object values, Object matrix, int row) {
        int width = Array.getLength(values);
        System.arraycopy(values, 0, matrix, row * width, width);
    }

    /** Whether it is of such a behavior, and of networks that remember so many numbers. */
    boolean fits(BehaviorSpec behavior, int memorySize) {
        ActionSpec action = behavior.action();
        return observation.length == behavior.observation().size()
                && continuous.length == action.continuousSize()
                && choices.length == action.branchCount()
                && allowed.length == action.choiceCount()
                && outputs.length == action.outputSize()
                && memory.length == memorySize;
    }
}
