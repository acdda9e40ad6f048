package io.github.gdxagents.training.config;

/** What policy and value function share. */
public enum Trunk {
    /** Nothing: each has layers of its own. */
    SEPARATE,
    /** All layers, memory included, but the last of each. */
    SHARED
}
