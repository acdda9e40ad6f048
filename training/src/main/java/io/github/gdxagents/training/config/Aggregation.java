package io.github.gdxagents.training.config;

/** Over what the objective of a minibatch is averaged. */
public enum Aggregation {
    /** Over all steps: long episodes weigh more. */
    STEP,
    /** Over the steps of each episode first, then over the episodes: all weigh the same. */
    EPISODE
}
