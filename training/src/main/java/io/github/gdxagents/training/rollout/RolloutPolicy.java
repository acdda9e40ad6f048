package io.github.gdxagents.training.rollout;

import io.github.gdxagents.policy.ActionDistribution;
import io.github.gdxagents.policy.ForwardPass;
import io.github.gdxagents.policy.ObservationNormalizer;

/**
 * A worker's own copy of one behavior's networks, and the decisions it takes with them for many slots at once.
 *
 * <p>What a slot decides depends on its own observation and random stream only, never on which other slots share the batch.
 *
 * <p>Thread safety: belongs to one worker. Allocates nothing after construction.
 */
final class RolloutPolicy {
    private final ActorCritic networks;
    private final ForwardPass actor;
    private final ForwardPass critic;
    private final ActionDistribution distribution;
    private final float[][] inputs;
    private final float[][] single = new float[1][];
    private final Slot[] batch;
    private ObservationNormalizer normalizer;
    private int count;

    RolloutPolicy(ActorCritic networks, int capacity) {
        this.networks = networks;
        actor = new ForwardPass(networks.actor(), capacity);
        critic = new ForwardPass(networks.critic(), capacity);
        distribution = new ActionDistribution(networks.behavior().action(), networks.logStandardDeviation());
        inputs = new float[capacity][];
        batch = new Slot[capacity];
        normalizer =
                ObservationNormalizer.identity(networks.behavior().observation().size());
    }

    void load(Weights weights) {
        networks.setParameters(weights.parameters());
        distribution.setLogStandardDeviation(networks.logStandardDeviation());
        normalizer = weights.normalizer();
    }

    /** Adds a slot that has observed to the decisions of {@link #decide}. */
    void enqueue(Slot slot) {
        normalizer.apply(slot.observation, slot.input);
        inputs[count] = slot.input;
        batch[count++] = slot;
    }

    /** Samples the actions of all queued slots, writes them to the last row of each and empties the queue. */
    void decide(Rollout rollout) {
        float[][] outputs = actor.run(inputs, count);
        float[][] values = critic.run(inputs, count);
        for (int i = 0; i < count; i++) {
            Slot slot = batch[i];
            distribution.sample(outputs[i], slot.mask, slot.random, slot.sample);
            int row = rollout.row(slot.rows - 1, slot.column);
            rollout.logProbabilities[row] = distribution.logProbability(outputs[i], slot.mask, slot.sample);
            rollout.values[row] = values[i][0];
            writeDecision(rollout, row, slot);
        }
        count = 0;
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

    /** The value of what the slot observed last. */
    float value(Slot slot) {
        normalizer.apply(slot.observation, slot.input);
        single[0] = slot.input;
        return critic.run(single, 1)[0][0];
    }
}
