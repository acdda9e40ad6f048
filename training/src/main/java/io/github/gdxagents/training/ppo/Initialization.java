package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Layer;
import io.github.gdxagents.policy.Network;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters that training begins with: orthogonal weights, zero biases. The small gain of the policy's last layer makes all
 * actions about equally likely at first.
 *
 * <p>Thread safety: stateless.
 *
 * <p>Source: "The 37 implementation details of PPO" (Huang et al. 2022), detail 2.
 */
final class Initialization {
    private static final double HIDDEN_GAIN = Math.sqrt(2);
    private static final double POLICY_GAIN = 0.01;
    private static final double VALUE_GAIN = 1;

    private Initialization() {}

    static void apply(ActorCritic networks, double logStandardDeviation, RandomStream random) {
        float[] flat = new float[networks.parameterCount()];
        int offset = fill(networks.actor(), POLICY_GAIN, flat, 0, random);
        offset = fill(networks.critic(), VALUE_GAIN, flat, offset, random);
        Arrays.fill(flat, offset, flat.length, (float) logStandardDeviation);
        networks.setParameters(flat);
    }

    private static int fill(Network network, double headGain, float[] flat, int start, RandomStream random) {
        int offset = start;
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            double gain = i == layers.size() - 1 ? headGain : HIDDEN_GAIN;
            OrthogonalInitializer.fill(flat, offset, layer.inputs(), layer.outputs(), gain, random);
            offset += (layer.inputs() + 1) * layer.outputs();
        }
        return offset;
    }
}
