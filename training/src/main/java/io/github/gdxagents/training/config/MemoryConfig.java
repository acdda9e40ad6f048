package io.github.gdxagents.training.config;

/**
 * A memory layer between the hidden layers and the heads.
 *
 * @param kind of the units
 * @param size how many units, 1 to 4096
 * @param sequenceLength decisions of a slot that are learned from together: gradients flow back through time so far, 1 to 256
 */
public record MemoryConfig(
        @Meaning("none, gru or lstm: lets the networks remember")
        MemoryKind kind,

        @Meaning("units of the memory") int size,

        @Meaning("decisions that gradients flow back through")
        int sequenceLength) {
    private static final int MOST_UNITS = 1 << 12;
    private static final int LONGEST_SEQUENCE = 1 << 8;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public MemoryConfig {
        Faults faults = new Faults();
        faults.require(size >= 1 && size <= MOST_UNITS, "network.memory.size", "1 to " + MOST_UNITS, size);
        faults.require(
                sequenceLength >= 1 && sequenceLength <= LONGEST_SEQUENCE,
                "network.memory.sequenceLength",
                "1 to " + LONGEST_SEQUENCE,
                sequenceLength);
        faults.throwIfAny();
    }

    /**
     * Whether the networks remember anything.
     *
     * @return false for {@link MemoryKind#NONE}
     */
    public boolean isUsed() {
        return kind != MemoryKind.NONE;
    }
}
