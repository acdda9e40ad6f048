package io.github.gdxagents.training.initial;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.NetworkConfig;
import java.util.ArrayList;
import java.util.List;

/** Whether a policy file can hold what is to be trained: a run that can't be saved is refused before any layer takes memory. */
public final class PolicyRoom {
    /** How many golden samples a trained policy's file has. */
    public static final int GOLDEN_SAMPLES = 16;

    private PolicyRoom() {}

    /** @throws ConfigException if a behavior's policy may be larger than any policy file */
    public static void require(List<BehaviorSpec> behaviors, NetworkConfig config) {
        List<ConfigFault> faults = new ArrayList<>();
        for (BehaviorSpec behavior : behaviors) {
            try {
                if (mostBytes(behavior, config) > PolicyFile.MAX_SIZE) {
                    faults.add(fault(behavior, config));
                }
            } catch (IllegalArgumentException e) { // grids that are too large for the encoder
                faults.add(new ConfigFault("network.encoder", "behavior '" + behavior.name() + "': " + e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }

    private static ConfigFault fault(BehaviorSpec behavior, NetworkConfig config) {
        return new ConfigFault(
                "network.hidden",
                "must be smaller for behavior '" + behavior.name() + "': with "
                        + behavior.observation().size() + " observed values and "
                        + behavior.action().outputSize() + " outputs the policy has " + parameters(behavior, config)
                        + " parameters, and its file may have " + mostBytes(behavior, config) + " bytes, more than the "
                        + PolicyFile.MAX_SIZE + " of the largest policy file");
    }

    private static long mostBytes(BehaviorSpec behavior, NetworkConfig config) {
        int layers = config.hidden().size() + 3; // encoder, memory and head
        return PolicyFile.mostBytes(behavior, layers, parameters(behavior, config), GOLDEN_SAMPLES);
    }

    private static long parameters(BehaviorSpec behavior, NetworkConfig config) {
        return config.parameterCount(behavior.observation(), behavior.action().outputSize());
    }
}
