package io.github.gdxagents.training.config;

import java.util.Objects;

/**
 * What computes the networks; how they learn is {@link PpoConfig}.
 *
 * @param device that the networks learn on
 * @param shards parts of each minibatch that are learned from side by side, 1 to 1024; results depend on it, since sums are added in
 *     another order
 * @param overlap whether each rollout is collected while the one before is learned from, by the policies as they were before that
 * @param xla whether a GPU's operations are compiled together; on the CPU nothing is
 * @param inference what runs the networks while experience is collected; results depend on it in last bits
 */
public record LearnerConfig(
        @MayBeAuto(otherwise = "auto") @Meaning("that the networks learn on: auto (a GPU if there is one), cpu or gpu")
        Device device,

        @MayBeAuto(otherwise = "2")
        @Meaning("parts of each minibatch that are learned from side by side; changes last bits of the result")
        int shards,

        @Meaning("collect each rollout while the one before is learned from, with the older policies")
        boolean overlap,

        @Meaning("whether XLA compiles a GPU's operations together; nothing on the CPU")
        boolean xla,

        @Meaning(
                "what runs the networks while experience is collected: cpu (each worker for itself) or device (what is learned on, for all)")
        InferenceDevice inference) {
    private static final int MOST_SHARDS = 1 << 10;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public LearnerConfig {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(inference, "inference");
        Faults faults = new Faults();
        faults.require(
                shards >= 1 && shards <= MOST_SHARDS, "learner.shards", "1 to " + MOST_SHARDS + ", or auto", shards);
        faults.throwIfAny();
    }

    /**
     * The same on another device and in other parts.
     *
     * @param chosenDevice that the networks learn on
     * @param chosenShards parts of each minibatch
     * @return another configuration
     * @throws ConfigException if they are impossible
     */
    public LearnerConfig with(Device chosenDevice, int chosenShards) {
        return new LearnerConfig(chosenDevice, chosenShards, overlap, xla, inference);
    }
}
