package io.github.gdxagents.training.config;

import java.util.Objects;

/**
 * What computes the learning; how it learns is {@link PpoConfig}.
 *
 * @param device that the networks learn on
 */
public record LearnerConfig(
        @Meaning("that the networks learn on: auto (a GPU if there is one), cpu or gpu")
        Device device) {
    /** Checks that nothing is missing. */
    public LearnerConfig {
        Objects.requireNonNull(device, "device");
    }
}
