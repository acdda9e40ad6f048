package io.github.gdxagents.training.network;

import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;

/**
 * Runs actor and critic in plain Java; a shared trunk is run once.
 *
 * <p>Allocates nothing after construction.
 */
final class ActorCriticPass implements NetworkPass {
    private final ActorCritic networks;
    private final ForwardPass trunk;
    private final ForwardPass actor;
    private final ForwardPass critic;
    private float[][] values;

    /** For so many rows at once; the networks are its own, overwritten by {@link #load}. */
    ActorCriticPass(ActorCritic networks, int capacity) {
        this.networks = networks;
        int states = networks.memorySize();
        if (networks.isShared()) {
            trunk = new ForwardPass(networks.trunk(), capacity);
            actor = new ForwardPass(head(networks.actor()), capacity);
            critic = new ForwardPass(head(networks.critic()), capacity);
        } else {
            trunk = null;
            actor = new ForwardPass(networks.actor(), capacity, 0, states);
            critic = new ForwardPass(
                    networks.critic(), capacity, networks.actor().stateSize(), states);
        }
    }

    private static Network head(Network network) {
        int size = network.layers().size();
        return new Network(network.layers().subList(size - 1, size));
    }

    @Override
    public int stateSize() {
        return networks.memorySize();
    }

    @Override
    public void load(Weights weights) {
        networks.setParameters(weights.parameters());
    }

    @Override
    public float[][] run(float[][] inputs, float[][] states, int count) {
        if (trunk == null) {
            values = critic.run(inputs, states, count);
            return actor.run(inputs, states, count);
        }
        float[][] features = trunk.run(inputs, states, count);
        values = critic.run(features, count);
        return actor.run(features, count);
    }

    @Override
    public void runCritic(float[][] inputs, float[][] states, int count) {
        values =
                trunk == null ? critic.run(inputs, states, count) : critic.run(trunk.run(inputs, states, count), count);
    }

    @Override
    public float[][] values() {
        return values;
    }
}
