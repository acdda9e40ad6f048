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
        @Key(value = "that the networks learn on: auto (a GPU if there is one), cpu or gpu", auto = "auto")
        Device device,

        @Key(
                value = "parts of each minibatch that are learned from side by side; changes last bits of the result",
                auto = "2")
        int shards,

        @Key("collect each rollout while the one before is learned from, with the older policies")
        boolean overlap,

        @Key("whether XLA compiles a GPU's operations together; nothing on the CPU")
        boolean xla,

        @Key(
                "what runs the networks while experience is collected: cpu (each worker for itself) or device (what is learned on, for all)")
        InferenceDevice inference) {
    private static final int MOST_SHARDS = 1 << 10;

    public LearnerConfig {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(inference, "inference");
        new Faults()
                .inRange("learner.shards", shards, 1, MOST_SHARDS, ", or auto")
                .throwIfAny();
    }

    /** The same on another device and in other parts, or a {@link ConfigException} if they are impossible. */
    public LearnerConfig with(Device chosenDevice, int chosenShards) {
        return toBuilder().device(chosenDevice).shards(chosenShards).build();
    }

    /** A builder that begins with these values. */
    public Builder toBuilder() {
        return BuilderProxy.of(this, "learner.", Builder.class);
    }

    /** What runs the networks while experience is collected. */
    public enum InferenceDevice {
        /** The CPU, in the workers' own threads. */
        CPU,
        /** What the networks learn on, for all workers together. */
        DEVICE
    }

    public interface Builder extends ConfigBuilder<LearnerConfig> {
        Builder device(Device device);

        Builder shards(int shards);

        Builder overlap(boolean overlap);

        Builder xla(boolean xla);

        Builder inference(InferenceDevice inference);
    }
}
