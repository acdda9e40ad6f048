package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;

/** Gives each behavior of a game its networks, and what runs them. */
@FunctionalInterface
public interface NetworkSource {
    /**
     * Makes networks.
     *
     * @param behavior what they decide on
     * @return networks; only their shape counts, weights come with each iteration
     */
    ActorCritic networks(BehaviorSpec behavior);

    /**
     * Makes what runs them.
     *
     * @param networks what {@link #networks} gave
     * @param slots that decide with them in all
     * @return plain Java, unless overridden
     */
    default Inference inference(ActorCritic networks, int slots) {
        return Inference.inJava(networks);
    }
}
