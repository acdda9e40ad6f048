package io.github.gdxagents.training.ppo;

import io.github.gdxagents.policy.Layer;
import io.github.gdxagents.policy.Network;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.RunningMoments;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets training begin with the policy of a file instead of a random one. A file has no value function: that begins anew.
 *
 * <p>Thread safety: stateless.
 */
final class WarmStart {
    /** Observations count as if so many had been seen: enough that the first iterations don't throw the policy off. */
    private static final double SEEN = 100_000;

    private WarmStart() {}

    /**
     * Copies the policy.
     *
     * @param policy of the networks' behavior
     * @param networks initialized; the actor is overwritten
     * @throws IllegalArgumentException if the networks have other layers, with both
     */
    static void apply(PolicyModel policy, ActorCritic networks) {
        List<String> given = layers(policy.network());
        List<String> wanted = layers(networks.actor());
        if (!given.equals(wanted)) {
            throw new IllegalArgumentException("network.initialPolicies: the policy of behavior '"
                    + networks.behavior().name() + "' has the layers " + given + ", but the configuration asks for "
                    + wanted + "; set network.hidden, network.activation and network.memory to those of the policy");
        }
        List<Layer> target = networks.actor().layers();
        List<Layer> source = policy.network().layers();
        for (int i = 0; i < target.size(); i++) {
            float[] parameters = new float[source.get(i).parameterCount()];
            source.get(i).getParameters(parameters, 0);
            target.get(i).setParameters(parameters, 0);
        }
        float[] flat = networks.parameters();
        float[] deviations = policy.logStandardDeviation();
        System.arraycopy(deviations, 0, flat, flat.length - deviations.length, deviations.length);
        networks.setParameters(flat);
    }

    /**
     * Refuses a policy that sees its observations otherwise than the run will.
     *
     * @param policy of the file
     * @param isNormalized whether the run normalizes observations
     * @throws IllegalArgumentException if one does and the other doesn't
     */
    static void requireNormalization(PolicyModel policy, boolean isNormalized) {
        boolean wasNormalized = !policy.normalizer().isIdentity();
        if (wasNormalized != isNormalized) {
            throw new IllegalArgumentException("network.initialPolicies: the policy of behavior '"
                    + policy.behavior().name() + "' was trained with normalization.observations " + wasNormalized
                    + ", but it is " + isNormalized + "; set it to " + wasNormalized);
        }
    }

    private static List<String> layers(Network network) {
        List<String> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            layers.add(layer.toString());
        }
        return layers;
    }

    /** Lets running moments go on from a policy's normalizer; from one that does nothing, they begin anew. */
    static void apply(ObservationNormalizer normalizer, RunningMoments moments) {
        if (normalizer.isIdentity()) {
            return;
        }
        float[] mean = normalizer.mean();
        float[] scale = normalizer.scale();
        double[] state = new double[1 + 2 * mean.length];
        state[0] = SEEN;
        for (int i = 0; i < mean.length; i++) {
            state[1 + i] = mean[i];
            state[1 + mean.length + i] = SEEN / ((double) scale[i] * scale[i]);
        }
        moments.restore(state);
    }
}
