package io.github.gdxagents.training.initial;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyModel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policy files that the configuration names, by behavior.
 */
public final class GivenPolicies {
    private final Map<String, Given> byBehavior = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private GivenPolicies() {}

    /**
     * A policy with the file that it was read from.
     *
     * @param file as the configuration names it
     * @param model what the file holds
     */
    public record Given(String file, PolicyModel model) {}

    /** What a policy is wanted for. */
    public interface Use {
        /**
         * Holds a policy against the game.
         *
         * @param policy of the behavior's name
         * @param behavior of the game
         * @return what keeps it from being used, one line each; empty if it fits
         */
        List<String> faults(PolicyModel policy, BehaviorSpec behavior);
    }

    /**
     * Reads the files and holds them against the game.
     *
     * @param key of the configuration that names them
     * @param files at most one for each behavior
     * @param behaviors of the game
     * @param use what they are wanted for
     * @throws IllegalArgumentException if a file can't be read or fits no behavior, with all faults
     */
    public static GivenPolicies read(String key, List<String> files, List<BehaviorSpec> behaviors, Use use) {
        GivenPolicies policies = new GivenPolicies();
        files.forEach(file -> policies.add(file, behaviors, use));
        if (!policies.faults.isEmpty()) {
            throw new IllegalArgumentException(key + ":\n  " + String.join("\n  ", policies.faults));
        }
        return policies;
    }

    private void add(String file, List<BehaviorSpec> behaviors, Use use) {
        try {
            if (Files.isDirectory(Path.of(file))) {
                faults.add("'" + file + "' is a folder; give the policy in it, such as '" + Path.of(file, "best.policy")
                        + "'");
                return;
            }
            add(new Given(file, read(file)), behaviors, use);
        } catch (PolicyFileException e) {
            faults.add(e.getMessage());
        } catch (IOException | InvalidPathException e) {
            faults.add("'" + file + "': can't be read: " + e + "; if it was moved, name its new place");
        }
    }

    private static PolicyModel read(String file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            return PolicyFile.read(stream, file);
        }
    }

    private void add(Given given, List<BehaviorSpec> behaviors, Use use) {
        String name = given.model().behavior().name();
        List<String> misfits = behaviors.stream()
                .filter(behavior -> behavior.name().equals(name))
                .findFirst()
                .map(behavior -> use.faults(given.model(), behavior))
                .orElseGet(() -> List.of("it is of behavior '" + name + "', but the game has "
                        + behaviors.stream().map(BehaviorSpec::name).toList()));
        if (!misfits.isEmpty()) {
            faults.add("'" + given.file() + "' does not fit:\n    " + String.join("\n    ", misfits));
        }
        Given before = byBehavior.putIfAbsent(name, given);
        if (before != null) {
            faults.add("'" + given.file() + "' is of behavior '" + name + "', as '" + before.file()
                    + "' is too; leave one out");
        }
    }

    public Optional<Given> of(BehaviorSpec behavior) {
        return Optional.ofNullable(byBehavior.get(behavior.name()));
    }
}
