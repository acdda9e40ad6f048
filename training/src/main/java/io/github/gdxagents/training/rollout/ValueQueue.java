package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.ObservationNormalizer;

/**
 * Observations after the last row of an episode or iteration, of which the value alone is wanted. They wait for each other, so that
 * the networks run once for all.
 *
 * <p>Each is a copy: by the time its value is estimated, its slot may be in another episode.
 *
 * <p>Allocates nothing after construction.
 */
final class ValueQueue {
    private final float[][] inputs;
    private final float[][] memories;
    private final int[] rows;
    private int count;

    /** For so many slots, each of which waits for one value at most; the networks give the shapes. */
    ValueQueue(ActorCritic networks, int capacity) {
        inputs = new float[capacity][networks.behavior().observation().size()];
        memories = new float[capacity][networks.memorySize()];
        rows = new int[capacity];
    }

    void clear() {
        count = 0;
    }

    /** Adds what a seat observed last; the seat stays as it is. */
    void add(Seat seat, ObservationNormalizer normalizer, int row) {
        normalizer.apply(seat.observation(), inputs[count]);
        System.arraycopy(seat.memory(), 0, memories[count], 0, memories[count].length);
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
