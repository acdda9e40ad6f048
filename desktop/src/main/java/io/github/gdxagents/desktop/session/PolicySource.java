package io.github.gdxagents.desktop.session;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a policy: in a file, or bundled with the program on the class path.
 */
public final class PolicySource {
    private PolicySource() {}

    /**
     * Reads a policy file.
     *
     * @param file its path
     * @return the policy
     * @throws IOException if the file can't be read; the message says what to do
     * @throws io.github.gdxagents.policy.PolicyFileException if it is no policy or damaged
     */
    public static PolicyModel read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("policy file '" + file + "' does not exist (looked for " + file.toAbsolutePath()
                    + "); train one, or give another with --policy FILE");
        }
        // a handle has a name for messages, a stream has none
        return PolicyFile.read(new FileHandle(file.toFile()));
    }

    /**
     * Reads the policy that is bundled for a game.
     *
     * @param game the game's name
     * @return the policy
     * @throws IOException if there is none; the message says what to do
     */
    public static PolicyModel bundled(String game) throws IOException {
        try (InputStream in = open(game)) {
            if (in == null) {
                throw new IOException("no trained policy is bundled for game '" + game + "': " + game
                        + ".policy is not among the assets. Train one (mvn -q -Ptrain -Dgame=" + game
                        + ") and watch it with --policy FILE, or watch the game's own heuristic with --heuristic");
            }
            return PolicyFile.read(in);
        }
    }

    /**
     * Whether a policy is bundled for a game.
     *
     * @param game the game's name
     * @return true if {@link #bundled} finds one
     */
    public static boolean isBundled(String game) {
        return PolicySource.class.getResource(resource(game)) != null;
    }

    private static InputStream open(String game) {
        return PolicySource.class.getResourceAsStream(resource(game));
    }

    private static String resource(String game) {
        return "/" + game + ".policy";
    }
}
