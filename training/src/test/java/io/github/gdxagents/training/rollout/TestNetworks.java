package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.EncoderConfig;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import java.util.Arrays;
import java.util.List;

/** Networks of all kinds, for tests. */
public final class TestNetworks {
    private static final MemoryConfig NO_MEMORY = new MemoryConfig(MemoryKind.NONE, 1, 1);

    /** Small, for behaviors that observe grids or sets. */
    public static final EncoderConfig ENCODER = new EncoderConfig(List.of(3, 5), 6, 2);

    /** All ways to encode grids, sets, both or neither. */
    public static final List<EncoderConfig> ENCODERS = List.of(
            ENCODER,
            new EncoderConfig(List.of(), 6, 3),
            new EncoderConfig(List.of(4), 0, 1),
            new EncoderConfig(List.of(), 0, 1));

    private TestNetworks() {}

    public static ActorCritic feedForward(BehaviorSpec behavior, int[] hidden, Activation activation) {
        return of(behavior, hidden, activation, Trunk.SEPARATE, NO_MEMORY);
    }

    public static ActorCritic shared(BehaviorSpec behavior, int[] hidden, Activation activation) {
        return of(behavior, hidden, activation, Trunk.SHARED, NO_MEMORY);
    }

    public static ActorCritic of(
            BehaviorSpec behavior, int[] hidden, Activation activation, Trunk trunk, MemoryConfig memory) {
        return new ActorCritic(behavior, config(hidden, activation, trunk, memory));
    }

    public static NetworkConfig config(int[] hidden, Activation activation, Trunk trunk, MemoryConfig memory) {
        return config(ENCODER, hidden, activation, trunk, memory);
    }

    public static NetworkConfig config(
            EncoderConfig encoder, int[] hidden, Activation activation, Trunk trunk, MemoryConfig memory) {
        return new NetworkConfig(
                encoder, Arrays.stream(hidden).boxed().toList(), activation, trunk, memory, List.of(), -0.5, -20);
    }

    /** A linear network that is given grids and sets as they are. */
    public static ActorCritic withoutEncoder(BehaviorSpec behavior) {
        EncoderConfig none = new EncoderConfig(List.of(), 0, 1);
        return new ActorCritic(
                behavior,
                new NetworkConfig(none, List.of(), Activation.TANH, Trunk.SEPARATE, NO_MEMORY, List.of(), -0.5, -20));
    }

    /** What a batch of networks remembers that remember nothing. */
    public static float[][] noMemories(int rows) {
        return new float[rows][0];
    }
}
