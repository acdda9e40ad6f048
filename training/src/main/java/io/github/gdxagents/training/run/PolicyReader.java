package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads policies from files. */
public final class PolicyReader {
    private PolicyReader() {}

    /**
     * {@return the policy of a file}
     *
     * @throws RunException if there is no such file, it can't be read, or it is no policy
     */
    public static PolicyModel read(Path file) {
        if (Files.isDirectory(file)) {
            throw new RunException("'" + file + "' is a folder. Give the policy in it, such as '"
                    + file.resolve("best.policy") + "'.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return PolicyFile.read(stream, file.toString());
        } catch (NoSuchFileException e) {
            throw new RunException("There is no policy file '" + file + "'; a run's is its best.policy.", e);
        } catch (IOException e) {
            throw new RunException("Can't read '" + file + "': " + e + ".", e);
        } catch (PolicyFileException e) {
            throw new RunException(e.getMessage(), e);
        }
    }
}
