package io.github.gdxagents.training.rollout;

import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ObservationNormalizer;
import java.util.Arrays;

/**
 * A worker's way to one behavior's networks, and the decisions it takes with them for many slots at once.
 *
 * <p>What a slot decides depends on its own observations and random stream only, never on which other slots share the batch.
 *
 * <p>Thread safety: belongs to one worker. Allocates nothing after construction.
 */
final class RolloutPolicy {
    private final NetworkPass pass;
    private final ActionDistribution distribution;
    private final float[][] inputs;
    private final Memories memories;
    private final Slot[] batch;
    private final ValueQueue wantedValues;
    private final int deviations;

    private ObservationNormalizer normalizer;
    private int count;

    /**
     * Makes a policy.
     *
     * @param networks give the shapes
     * @param pass runs such networks
     * @param capacity number of slots
     */
    RolloutPolicy(ActorCritic networks, NetworkPass pass, int capacity) {
        this.pass = pass;
        deviations = networks.logStandardDeviation().length;
        distribution = new ActionDistribution(networks.behavior().action(), networks.logStandardDeviation());
        inputs = new float[capacity][];
        memories = new Memories(capacity);
        batch = new Slot[capacity];
        wantedValues = new ValueQueue(networks, capacity);
        normalizer =
                ObservationNormalizer.identity(networks.behavior().observation().size());
    }

    /** Takes over weights, and forgets whoever waits for a decision since an iteration that broke off. */
    void load(Weights weights) {
        count = 0;
        wantedValues.clear();
        pass.load(weights);
        float[] parameters = weights.parameters();
        distribution.setLogStandardDeviation(
                Arrays.copyOfRange(parameters, parameters.length - deviations, parameters.length));
        normalizer = weights.normalizer();
    }

    /** Adds a slot that has observed and opened its row to the decisions of {@link #decide}. */
    void enqueue(Slot slot) {
        normalizer.apply(slot.observation, slot.input);
        inputs[count] = slot.input;
        memories.set(count, slot.memory);
        batch[count++] = slot;
    }

    /** Asks for the value of what a slot has observed after a row; {@link #decide} gives it. */
    void enqueueValue(Slot slot, int row) {
        wantedValues.add(slot, normalizer, row);
    }

    /**
     * Samples the actions of all queued slots, writes them to the last row of each, writes the values that were asked for, and empties
     * the queues.
     */
    void decide(Rollout rollout) {
        wantedValues.estimate(pass, rollout);
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
}
