package io.github.gdxagents.training.config;

/** What the networks learn on; games are simulated and policies evaluated on the CPU in any case. */
public enum Device {
    /** The GPU if TensorFlow can use one, else the CPU. */
    AUTO,
    /** The CPU, even if there is a GPU. */
    CPU,
    /** The GPU; without one nothing is trained. */
    GPU
}
