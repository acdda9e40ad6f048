package io.github.gdxagents.training.config;

/**
 * A memory layer between the hidden layers and the heads.
 *
 * @param kind of the units
 * @param size how many units, 1 to 4096
 * @param sequenceLength decisions of a slot that are learned from together: gradients flow back through time so far, 1 to 256
 */
public record MemoryConfig(
        @Key("none, gru or lstm: lets the networks remember")
        MemoryKind kind,

        @Key("units of the memory") int size,

        @Key("decisions that gradients flow back through") int sequenceLength) {
    private static final int MOST_UNITS = 1 << 12;
    private static final int LONGEST_SEQUENCE = 1 << 8;

    public MemoryConfig {
        new Faults()
                .inRange("network.memory.size", size, 1, MOST_UNITS)
                .inRange("network.memory.sequenceLength", sequenceLength, 1, LONGEST_SEQUENCE)
                .throwIfAny();
    }

    /** Whether the networks remember anything. */
    public boolean isUsed() {
        return kind != MemoryKind.NONE;
    }

    /** Parameters of the layer behind so many values; 0 without memory. */
    public long parameterCount(long inputs) {
        long units = size;
        return switch (kind) {
            case NONE -> 0;
            case GRU -> (inputs + units + 2) * 3 * units;
            case LSTM -> (inputs + units + 1) * 4 * units;
        };
    }

    public interface Builder extends ConfigBuilder<MemoryConfig> {
        Builder kind(MemoryKind kind);

        Builder size(int size);

        Builder sequenceLength(int sequenceLength);
    }
}
