package io.github.gdxagents.desktop.session;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds policies: in files, in the folder of a run, or bundled with the program on the class path.
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
     * Finds the files of policies.
     *
     * @param given files, or folders of runs, of which the best policies are meant, or the latest if there are no best ones yet, or
     *     folders of games, of which the run is meant that was begun last
     * @return files, of which some may not be there
     * @throws IOException if a folder has no policies
     */
    public static List<Path> files(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                files.addAll(ofRun(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> ofRun(Path folder) throws IOException {
        List<Path> found = policies(folder);
        if (found.isEmpty()) { // perhaps it has runs
            List<Path> runs = new ArrayList<>();
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
                folders.forEach(runs::add);
            }
            runs.sort(Comparator.comparing(PolicySource::begun).thenComparing(Comparator.naturalOrder()));
            for (int i = runs.size() - 1; i >= 0 && found.isEmpty(); i--) {
                found = policies(runs.get(i));
            }
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "folder '" + folder + "' has neither best nor latest policies; give the folder of a run, such"
                            + " as runs/lander/20260131-120000-seed1, or a policy file");
        }
        return found;
    }

    /** Nothing in a run's configuration changes after its beginning. */
    private static FileTime begun(Path run) {
        try {
            return Files.getLastModifiedTime(run.resolve("config.yaml"));
        } catch (IOException none) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> policies(Path folder) throws IOException {
        for (String kind : new String[] {"best", "latest"}) {
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> policies = Files.newDirectoryStream(folder, kind + "{,-*}.policy")) {
                policies.forEach(found::add);
            }
            if (!found.isEmpty()) {
                Collections.sort(found);
                return found;
            }
        }
        return List.of();
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
                        + ".policy is not among the assets. Train one (train " + game
                        + ") and watch it with --policy, a file or the folder of its run, or watch the game's own heuristic"
                        + " with --heuristic");
            }
            return PolicyFile.read(in, resource(game));
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
