package io.github.gdxagents.training.network;

import io.github.gdxagents.agent.BehaviorSpec;

/** Gives each behavior of a game its networks, and what runs them. */
@FunctionalInterface
public interface NetworkSource {
    /** Networks whose shape alone counts: weights come with each iteration. */
    ActorCritic networks(BehaviorSpec behavior);

    /** What runs them, for so many slots in all; plain Java, unless overridden. */
    default Inference inference(ActorCritic networks, int slots) {
        return Inference.inJava(networks);
    }
}
