package io.github.gdxagents.training.config;

import io.github.gdxagents.policy.Activation;
import java.util.List;

/**
 * What the networks look like; the policy and the value function have one each, of the same size.
 *
 * @param hidden sizes of the hidden layers, each at least 1; possibly none
 * @param activation after each hidden layer
 * @param initialLogStandardDeviation of continuous actions, in [-20, 2]
 */
public record NetworkConfig(
        @Meaning("sizes of the hidden layers") List<Integer> hidden,

        @Meaning("after each hidden layer: tanh, relu or identity")
        Activation activation,

        @Meaning("of continuous actions, natural logarithm") double initialLogStandardDeviation) {
    private static final int MOST_LAYERS = 16;
    private static final int WIDEST_LAYER = 1 << 14;
    private static final double SMALLEST_LOG_STANDARD_DEVIATION = -20;
    private static final double LARGEST_LOG_STANDARD_DEVIATION = 2;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public NetworkConfig {
        hidden = List.copyOf(hidden);
        Faults faults = new Faults();
        faults.require(hidden.size() <= MOST_LAYERS, "network.hidden", "at most " + MOST_LAYERS + " layers", hidden);
        boolean possible = hidden.stream().allMatch(size -> size >= 1 && size <= WIDEST_LAYER);
        faults.require(possible, "network.hidden", "sizes of 1 to " + WIDEST_LAYER, hidden);
        faults.require(
                initialLogStandardDeviation >= SMALLEST_LOG_STANDARD_DEVIATION
                        && initialLogStandardDeviation <= LARGEST_LOG_STANDARD_DEVIATION,
                "network.initialLogStandardDeviation",
                "in [-20, 2]",
                initialLogStandardDeviation);
        faults.throwIfAny();
    }
}
