package io.github.gdxagents.training.config;

/** What is done when a loss, a gradient or a weight is not finite. */
public enum LearningFaultAction {
    /** Training stops. */
    STOP,
    /** Training goes on from the last checkpoint with half the learning rate. */
    BACK_OFF
}
