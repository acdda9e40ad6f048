package io.github.gdxagents.training.rollout;

import java.util.Arrays;

/**
 * What a slot's networks remember from one decision to the next; nothing at the beginning of an episode.
 *
 * <p>Thread safety: belongs to the worker of its slot.
 */
final class SlotMemory {
    /** {@code [actor's state size]}; that of the trunk if it is shared. */
    final float[] actor;
    /** {@code [critic's state size]}; empty if the trunk is shared. */
    final float[] critic;

    SlotMemory(ActorCritic networks) {
        actor = new float[networks.actor().stateSize()];
        critic = new float[networks.memorySize() - actor.length];
    }

    void clear() {
        Arrays.fill(actor, 0);
        Arrays.fill(critic, 0);
    }

    void copyFrom(SlotMemory other) {
        System.arraycopy(other.actor, 0, actor, 0, actor.length);
        System.arraycopy(other.critic, 0, critic, 0, critic.length);
    }

    /** Writes actor's, then critic's, into a larger array. */
    void writeTo(float[] target, int offset) {
        System.arraycopy(actor, 0, target, offset, actor.length);
        System.arraycopy(critic, 0, target, offset + actor.length, critic.length);
    }

    int size() {
        return actor.length + critic.length;
    }

    /** What {@link #writeTo} wrote. */
    void readFrom(float[] source, int offset) {
        System.arraycopy(source, offset, actor, 0, actor.length);
        System.arraycopy(source, offset + actor.length, critic, 0, critic.length);
    }
}
