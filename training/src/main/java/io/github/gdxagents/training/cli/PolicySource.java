package io.github.gdxagents.training.cli;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.run.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads policies that were named on the command line. Thread safety: stateless. */
final class PolicySource {
    private PolicySource() {}

    static PolicyModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RunException("There is no policy file '" + file
                    + "'. Give the path of one, such as runs/lander/<run>/best.policy.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return PolicyFile.read(stream);
        } catch (IOException e) {
            throw new RunException("Can't read '" + file + "': " + e + ".", e);
        } catch (PolicyFileException e) {
            throw new RunException("'" + file + "': " + e.getMessage(), e);
        }
    }
}
