package io.github.gdxagents.training.config;

/** What runs the networks while experience is collected. */
public enum InferenceDevice {
    /** The CPU, in the workers' own threads. */
    CPU,
    /** What the networks learn on, for all workers together. */
    DEVICE
}
