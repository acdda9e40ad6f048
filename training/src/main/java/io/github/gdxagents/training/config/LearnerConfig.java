package io.github.gdxagents.training.config;

import java.util.Objects;

/**
 * What computes the learning; how it learns is {@link PpoConfig}.
 *
 * @param device that the networks learn on
 * @param shards parts of each minibatch that are learned from side by side, 1 to 1024; results depend on it, since sums are added in
 *     another order
 */
public record LearnerConfig(
        @MayBeAuto(otherwise = "auto") @Meaning("that the networks learn on: auto (a GPU if there is one), cpu or gpu")
        Device device,

        @MayBeAuto(otherwise = "2")
        @Meaning("parts of each minibatch that are learned from side by side; changes last bits of the result")
        int shards) {
    private static final int MOST_SHARDS = 1 << 10;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public LearnerConfig {
        Objects.requireNonNull(device, "device");
        Faults faults = new Faults();
        faults.require(
                shards >= 1 && shards <= MOST_SHARDS, "learner.shards", "1 to " + MOST_SHARDS + ", or auto", shards);
        faults.throwIfAny();
    }
}
