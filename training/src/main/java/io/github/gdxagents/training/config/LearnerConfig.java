package io.github.gdxagents.training.config;

import java.util.Objects;

/**
 * What computes the learning; how it learns is {@link PpoConfig}.
 *
 * @param device that the networks learn on
 * @param shards parts of each minibatch that are learned from side by side, 1 to 1024; results depend on it, since sums are added in
 *     another order
 * @param overlap whether each rollout is collected while the one before is learned from, by the policies as they were before that
 */
public record LearnerConfig(
        @Meaning("that the networks learn on: auto (a GPU if there is one), cpu or gpu")
        Device device,

        @Meaning("parts of each minibatch that are learned from side by side; changes last bits of the result")
        int shards,

        @Meaning("collect each rollout while the one before is learned from, with the older policies")
        boolean overlap) {
    private static final int MOST_SHARDS = 1 << 10;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public LearnerConfig {
        Objects.requireNonNull(device, "device");
        Faults faults = new Faults();
        faults.require(shards >= 1 && shards <= MOST_SHARDS, "learner.shards", "1 to " + MOST_SHARDS, shards);
        faults.throwIfAny();
    }
}
