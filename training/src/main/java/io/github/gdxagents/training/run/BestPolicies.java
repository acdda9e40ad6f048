package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a run's best policies, one for each behavior.
 */
final class BestPolicies {
    private final List<Path> files;

    /** Names the files, whether or not there are any yet. */
    BestPolicies(RunDirectory directory, List<PolicyModel> policies) {
        files = policies.stream()
                .map(policy -> directory.policy("best", policy.behavior().name(), policies.size() == 1))
                .toList();
    }

    /** Those that there are. */
    List<Path> existing() {
        return files.stream().filter(Files::exists).toList();
    }

    /**
     * Reads all.
     *
     * @throws RunException if any is gone or damaged
     */
    List<PolicyModel> read() {
        List<PolicyModel> policies = new ArrayList<>();
        for (Path file : files) {
            try (InputStream stream = Files.newInputStream(file)) {
                policies.add(PolicyFile.read(stream));
            } catch (IOException e) {
                throw new RunException("The best policy '" + file + "' is gone or can't be read: " + e + ".", e);
            } catch (PolicyFileException e) {
                throw new RunException("The best policy '" + file + "' is damaged: " + e.getMessage(), e);
            }
        }
        return policies;
    }
}
