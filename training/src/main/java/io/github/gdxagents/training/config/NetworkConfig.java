package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.policy.PolicyFile;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the networks of policy and value function look like: hidden layers, perhaps memory, then a head each. A policy must fit into a file.
 *
 * @param encoder of grids and sets, before the hidden layers
 * @param hidden sizes of the hidden layers, each at least 1; possibly none
 * @param activation after each hidden layer
 * @param trunk what policy and value function share
 * @param memory between the hidden layers and the heads
 * @param initialPolicies files that training begins with, at most one for each behavior; empty for random networks
 * @param initialLogStandardDeviation of continuous actions, in [-20, 2]
 * @param smallestLogStandardDeviation below which it is never learned, in [-20, initialLogStandardDeviation]
 */
public record NetworkConfig(
        EncoderConfig encoder,

        @Key("sizes of the hidden layers") List<Integer> hidden,

        @Key("after each hidden layer: tanh, relu, silu or identity")
        Activation activation,

        @Key("what policy and value function share: separate (nothing) or shared")
        Trunk trunk,

        MemoryConfig memory,

        @Key("files that training begins with, one for each behavior")
        List<String> initialPolicies,

        @Key("of continuous actions, natural logarithm") double initialLogStandardDeviation,

        @Key("below which it is never learned") double smallestLogStandardDeviation) {
    private static final int MOST_LAYERS = 16;
    private static final int WIDEST_LAYER = 1 << 14;
    private static final double SMALLEST_LOG_STANDARD_DEVIATION = -20;
    private static final double LARGEST_LOG_STANDARD_DEVIATION = 2;

    public NetworkConfig {
        hidden = List.copyOf(hidden);
        initialPolicies = List.copyOf(initialPolicies);
        Faults faults = new Faults();
        faults.require(hidden.size() <= MOST_LAYERS, "network.hidden", "at most " + MOST_LAYERS + " layers", hidden);
        boolean possible = hidden.stream().allMatch(size -> size >= 1 && size <= WIDEST_LAYER);
        faults.require(possible, "network.hidden", "sizes of 1 to " + WIDEST_LAYER, hidden);
        if (possible) {
            requireRoom(faults, parameterCount(hidden, memory, 1, 1));
        }
        faults.paths("network.initialPolicies", initialPolicies);
        faults.require(
                initialLogStandardDeviation >= SMALLEST_LOG_STANDARD_DEVIATION
                        && initialLogStandardDeviation <= LARGEST_LOG_STANDARD_DEVIATION,
                "network.initialLogStandardDeviation",
                "in [-20, 2]",
                initialLogStandardDeviation);
        faults.require(
                smallestLogStandardDeviation >= SMALLEST_LOG_STANDARD_DEVIATION
                        && smallestLogStandardDeviation <= initialLogStandardDeviation,
                "network.smallestLogStandardDeviation",
                "-20 to network.initialLogStandardDeviation (" + initialLogStandardDeviation + ")",
                smallestLogStandardDeviation);
        faults.throwIfAny();
    }

    /**
     * Parameters of a network with these layers and a head.
     *
     * @param inputs values that the hidden layers are given, at least 1
     * @param outputs of the head, at least 1
     */
    public long parameterCount(long inputs, long outputs) {
        return parameterCount(hidden, memory, inputs, outputs);
    }

    private static long parameterCount(List<Integer> hidden, MemoryConfig memory, long inputs, long outputs) {
        long parameters = 0;
        long size = inputs;
        for (int next : hidden) {
            parameters += (size + 1) * next;
            size = next;
        }
        parameters += memory.parameterCount(size);
        size = memory.isUsed() ? memory.size() : size;
        return parameters + (size + 1) * outputs;
    }

    private static void requireRoom(Faults faults, long parameters) {
        faults.require(
                Float.BYTES * parameters <= PolicyFile.MAX_SIZE,
                "network.hidden",
                "small enough for a policy file of " + PolicyFile.MAX_SIZE / Float.BYTES
                        + " parameters, with the memory",
                "larger: these layers have " + parameters + " at least");
    }

    /**
     * Parameters of a network for an observation.
     *
     * @throws IllegalArgumentException if the grids are too large for the encoder
     */
    public long parameterCount(ObservationSpec observation, long outputs) {
        EncoderShape shape = encoder.shape(activation);
        return shape.parameterCount(observation) + parameterCount(shape.outputs(observation), outputs);
    }

    public interface Builder extends ConfigBuilder<NetworkConfig> {
        Builder encoder(EncoderConfig encoder);

        Builder encoder(Consumer<EncoderConfig.Builder> change);

        Builder hidden(List<Integer> hidden);

        Builder activation(Activation activation);

        Builder trunk(Trunk trunk);

        Builder memory(MemoryConfig memory);

        Builder memory(Consumer<MemoryConfig.Builder> change);

        Builder initialPolicies(List<String> initialPolicies);

        Builder initialLogStandardDeviation(double initialLogStandardDeviation);

        Builder smallestLogStandardDeviation(double smallestLogStandardDeviation);
    }
}
