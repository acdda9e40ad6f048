package io.github.gdxagents.training.rollout;

import io.github.gdxagents.network.ObservationNormalizer;

/**
 * Observations after the last row of an episode or iteration, of which the value alone is wanted. They wait for each other, so that
 * the networks run once for all.
 *
 * <p>Each is a copy: by the time its value is estimated, its slot may be in another episode.
 *
 * <p>Thread safety: belongs to one worker. Allocates nothing after construction.
 */
final class ValueQueue {
    private final float[][] inputs;
    private final SlotMemory[] remembered;
    private final Memories memories;
    private final int[] rows;
    private int count;

    /**
     * Makes an empty queue.
     *
     * @param networks give the shapes
     * @param capacity number of slots, each of which waits for one value at most
     */
    ValueQueue(ActorCritic networks, int capacity) {
        inputs = new float[capacity][networks.behavior().observation().size()];
        remembered = new SlotMemory[capacity];
        memories = new Memories(capacity);
        for (int i = 0; i < capacity; i++) {
            remembered[i] = new SlotMemory(networks);
            memories.set(i, remembered[i]);
        }
        rows = new int[capacity];
    }

    void clear() {
        count = 0;
    }

    /** Adds what a slot observed last; the slot stays as it is. */
    void add(Slot slot, ObservationNormalizer normalizer, int row) {
        normalizer.apply(slot.observation, inputs[count]);
        remembered[count].copyFrom(slot.memory);
        rows[count++] = row;
    }

    /** Writes all values to the rows that they follow and empties the queue. */
    void estimate(NetworkPass pass, Rollout rollout) {
        if (count > 0) {
            pass.runCritic(inputs, memories, count);
            for (int i = 0; i < count; i++) {
                rollout.bootstrapValues[rows[i]] = pass.values()[i][0];
            }
        }
        count = 0;
    }
}
