package io.github.gdxagents.training.rollout;

import io.github.gdxagents.policy.ForwardPass;
import io.github.gdxagents.policy.Network;

/**
 * Runs actor and critic over a batch; a shared trunk is run once.
 *
 * <p>Thread safety: none; belongs to one worker. Allocates nothing after construction.
 */
final class ActorCriticPass {
    private final ForwardPass trunk;
    private final ForwardPass actor;
    private final ForwardPass critic;
    private float[][] outputs;
    private float[][] values;

    ActorCriticPass(ActorCritic networks, int capacity) {
        trunk = networks.isShared() ? new ForwardPass(networks.trunk(), capacity) : null;
        actor = new ForwardPass(networks.isShared() ? head(networks.actor()) : networks.actor(), capacity);
        critic = new ForwardPass(networks.isShared() ? head(networks.critic()) : networks.critic(), capacity);
    }

    private static Network head(Network network) {
        int size = network.layers().size();
        return new Network(network.layers().subList(size - 1, size));
    }

    /**
     * Computes outputs and values.
     *
     * @param inputs {@code [count or more][obs]}, normalized
     * @param memories one for each row, advanced by one decision
     * @param count number of rows
     */
    void run(float[][] inputs, Memories memories, int count) {
        if (trunk == null) {
            outputs = actor.run(inputs, memories.actor(), count);
            values = critic.run(inputs, memories.critic(), count);
        } else {
            float[][] features = trunk.run(inputs, memories.actor(), count);
            outputs = actor.run(features, count);
            values = critic.run(features, count);
        }
    }

    /** The value of a single row, without its actions; advances the memory. */
    float value(float[][] input, Memories memory) {
        return trunk == null
                ? critic.run(input, memory.critic(), 1)[0][0]
                : critic.run(trunk.run(input, memory.actor(), 1), 1)[0][0];
    }

    /** {@code [capacity][out]}, overwritten by the next run. */
    float[][] outputs() {
        return outputs;
    }

    /** {@code [capacity][1]}, overwritten by the next run. */
    float[][] values() {
        return values;
    }
}
