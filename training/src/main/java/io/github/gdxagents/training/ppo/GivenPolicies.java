package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.policy.PolicyModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policy files that the configuration names, by behavior.
 *
 * <p>Thread safety: immutable.
 */
final class GivenPolicies {
    private final Map<String, PolicyModel> byBehavior;

    private GivenPolicies(Map<String, PolicyModel> byBehavior) {
        this.byBehavior = byBehavior;
    }

    /**
     * Reads the files and holds them against the game.
     *
     * @param key of the configuration that names them
     * @param files at most one for each behavior
     * @param behaviors of the game
     * @throws IllegalArgumentException if a file can't be read or fits no behavior, with all faults
     */
    static GivenPolicies read(String key, List<String> files, List<BehaviorSpec> behaviors) {
        Map<String, PolicyModel> policies = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (String file : files) {
            try {
                PolicyModel policy = read(file);
                requireFit(policy, file, behaviors);
                if (policies.put(policy.behavior().name(), policy) != null) {
                    faults.add("'" + file + "' is the second policy of behavior '"
                            + policy.behavior().name() + "'; leave one out");
                }
            } catch (IOException | PolicyFileException | PolicyMismatchException | IllegalArgumentException e) {
                faults.add("'" + file + "': " + (e instanceof IOException ? "can't be read: " + e : e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(key + ":\n  " + String.join("\n  ", faults));
        }
        return new GivenPolicies(policies);
    }

    private static PolicyModel read(String file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return PolicyFile.read(stream);
        }
    }

    private static void requireFit(PolicyModel policy, String file, List<BehaviorSpec> behaviors) {
        String name = policy.behavior().name();
        BehaviorSpec behavior = behaviors.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is of behavior '" + name
                        + "', but the game has "
                        + behaviors.stream().map(BehaviorSpec::name).toList()));
        PolicyFit.requireFit(policy, behavior, file, name);
    }

    Optional<PolicyModel> of(BehaviorSpec behavior) {
        return Optional.ofNullable(byBehavior.get(behavior.name()));
    }
}
