package io.github.gdxagents.training.rollout;

/**
 * The memories of the slots in a batch: for each row the array that its slot owns.
 *
 * <p>Thread safety: belongs to one worker.
 */
public final class Memories {
    private final float[][] actor;
    private final float[][] critic;

    Memories(int capacity) {
        actor = new float[capacity][];
        critic = new float[capacity][];
    }

    void set(int row, SlotMemory memory) {
        actor[row] = memory.actor;
        critic[row] = memory.critic;
    }

    float[][] actor() {
        return actor;
    }

    float[][] critic() {
        return critic;
    }
}
