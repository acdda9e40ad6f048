package io.github.gdxagents.training.rollout;

import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;

/**
 * Runs actor and critic in plain Java; a shared trunk is run once.
 *
 * <p>Thread safety: none; belongs to one worker. Allocates nothing after construction.
 */
final class ActorCriticPass implements NetworkPass {
    private final ActorCritic networks;
    private final ForwardPass trunk;
    private final ForwardPass actor;
    private final ForwardPass critic;
    private float[][] outputs;
    private float[][] values;

    /**
     * Makes a pass.
     *
     * @param networks its own, overwritten by {@link #load}
     * @param capacity most rows at once
     */
    ActorCriticPass(ActorCritic networks, int capacity) {
        this.networks = networks;
        trunk = networks.isShared() ? new ForwardPass(networks.trunk(), capacity) : null;
        actor = new ForwardPass(networks.isShared() ? head(networks.actor()) : networks.actor(), capacity);
        critic = new ForwardPass(networks.isShared() ? head(networks.critic()) : networks.critic(), capacity);
    }

    private static Network head(Network network) {
        int size = network.layers().size();
        return new Network(network.layers().subList(size - 1, size));
    }

    @Override
    public void load(Weights weights) {
        networks.setParameters(weights.parameters());
    }

    @Override
    public void run(float[][] inputs, Memories memories, int count) {
        if (trunk == null) {
            outputs = actor.run(inputs, memories.actor(), count);
            values = critic.run(inputs, memories.critic(), count);
        } else {
            float[][] features = trunk.run(inputs, memories.actor(), count);
            outputs = actor.run(features, count);
            values = critic.run(features, count);
        }
    }

    @Override
    public void runCritic(float[][] inputs, Memories memories, int count) {
        values = trunk == null
                ? critic.run(inputs, memories.critic(), count)
                : critic.run(trunk.run(inputs, memories.actor(), count), count);
    }

    @Override
    public float[][] outputs() {
        return outputs;
    }

    @Override
    public float[][] values() {
        return values;
    }
}
