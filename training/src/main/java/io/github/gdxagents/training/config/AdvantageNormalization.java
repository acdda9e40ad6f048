package io.github.gdxagents.training.config;

/** Over which steps advantages are brought to mean 0 and standard deviation 1. */
public enum AdvantageNormalization {
    /** Over each minibatch. */
    MINIBATCH,
    /** Over all steps of an iteration. */
    ITERATION,
    /** Not at all. */
    NONE
}
