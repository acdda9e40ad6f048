package io.github.gdxagents.policy;

/** How a policy turns a distribution into actions. */
public enum DecisionMode {
    /** Takes the most probable actions: the same observation always gives the same actions. */
    DETERMINISTIC,

    /** Draws actions at random, as in training. */
    STOCHASTIC
}
