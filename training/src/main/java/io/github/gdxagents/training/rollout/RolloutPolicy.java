package io.github.gdxagents.training.rollout;

import io.github.gdxagents.policy.ActionDistribution;
import io.github.gdxagents.policy.ObservationNormalizer;
import java.util.Arrays;

/**
 * A worker's own copy of one behavior's networks, and the decisions it takes with them for many slots at once.
 *
 * <p>What a slot decides depends on its own observations and random stream only, never on which other slots share the batch.
 *
 * <p>Thread safety: belongs to one worker. Allocates nothing after construction.
 */
final class RolloutPolicy {
    private final ActorCritic networks;
    private final ActorCriticPass pass;
    private final ActionDistribution distribution;
    private final float[][] inputs;
    private final Memories memories;
    private final Slot[] batch;
    /** Of {@link #value}, which must leave the queue and the slot's memory as they are. */
    private final SlotMemory passing;

    private final Memories singleMemory = new Memories(1);
    private final float[][] single = new float[1][];

    private ObservationNormalizer normalizer;
    private int count;

    RolloutPolicy(ActorCritic networks, int capacity) {
        this.networks = networks;
        pass = new ActorCriticPass(networks, capacity);
        distribution = new ActionDistribution(networks.behavior().action(), networks.logStandardDeviation());
        inputs = new float[capacity][];
        memories = new Memories(capacity);
        batch = new Slot[capacity];
        passing = new SlotMemory(networks);
        normalizer =
                ObservationNormalizer.identity(networks.behavior().observation().size());
    }

    /** Takes over weights, and forgets whoever waits for a decision since an iteration that broke off. */
    void load(Weights weights) {
        count = 0;
        networks.setParameters(weights.parameters());
        distribution.setLogStandardDeviation(networks.logStandardDeviation());
        normalizer = weights.normalizer();
    }

    /** Adds a slot that has observed and opened its row to the decisions of {@link #decide}. */
    void enqueue(Slot slot) {
        normalizer.apply(slot.observation, slot.input);
        inputs[count] = slot.input;
        memories.set(count, slot.memory);
        batch[count++] = slot;
    }

    /** Samples the actions of all queued slots, writes them to the last row of each and empties the queue. */
    void decide(Rollout rollout) {
        for (int i = 0; i < count; i++) {
            Slot slot = batch[i];
            rollout.keepMemory(slot.rows - 1, slot.column, slot.memory);
        }
        pass.run(inputs, memories, count);
        for (int i = 0; i < count; i++) {
            Slot slot = batch[i];
            float[] outputs = pass.outputs()[i];
            distribution.sample(outputs, slot.mask, slot.random, slot.sample);
            int row = rollout.row(slot.rows - 1, slot.column);
            rollout.logProbabilities[row] = distribution.logProbability(outputs, slot.mask, slot.sample);
            rollout.values[row] = pass.values()[i][0];
            requireFinite(rollout, row, slot);
            rollout.begins[row] = slot.beginsEpisode();
            System.arraycopy(outputs, 0, rollout.outputs, row * outputs.length, outputs.length);
            writeDecision(rollout, row, slot);
        }
        count = 0;
    }

    // Else the game would be blamed for an action that is no number.
    private static void requireFinite(Rollout rollout, int row, Slot slot) {
        if (!Float.isFinite(rollout.logProbabilities[row]) || !Float.isFinite(rollout.values[row])) {
            throw new PolicyFault("behavior '" + slot.behavior.name() + "': its networks give log-probability "
                    + rollout.logProbabilities[row] + " and value " + rollout.values[row] + " for the observation "
                    + Arrays.toString(slot.observation));
        }
    }

    private static void writeDecision(Rollout rollout, int row, Slot slot) {
        System.arraycopy(
                slot.observation, 0, rollout.observations, row * slot.observation.length, slot.observation.length);
        float[] continuous = slot.sample.continuous();
        System.arraycopy(continuous, 0, rollout.continuous, row * continuous.length, continuous.length);
        int[] choices = slot.sample.choices();
        System.arraycopy(choices, 0, rollout.choices, row * choices.length, choices.length);
        int choiceCount = rollout.behavior().action().choiceCount();
        for (int i = 0; i < choiceCount; i++) {
            rollout.allowed[row * choiceCount + i] = slot.mask.isAllowed(i);
        }
    }

    /** The value of what the slot observed last; its memory stays as it is. */
    float value(Slot slot) {
        normalizer.apply(slot.observation, slot.input);
        passing.copyFrom(slot.memory);
        single[0] = slot.input;
        singleMemory.set(0, passing);
        return pass.value(single, singleMemory);
    }
}
