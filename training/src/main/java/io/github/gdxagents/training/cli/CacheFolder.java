package io.github.gdxagents.training.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a user keeps what programs can make anew.
 *
 * <p>Thread safety: stateless.
 */
final class CacheFolder {
    private static final String VARIABLE = "XDG_CACHE_HOME";
    /** Of 36 characters; two of a user's few files won't share them. */
    private static final int NAME = 13;

    private CacheFolder() {}

    /**
     * Ours in it.
     *
     * @param environment whose {@code XDG_CACHE_HOME} says where, else {@code .cache} in the user's home
     * @param home of the user
     * @return empty if neither is an absolute path; it need not exist
     */
    static Optional<Path> of(Map<String, String> environment, String home) {
        try {
            Path caches = Path.of(environment.getOrDefault(VARIABLE, ""));
            Path folder = caches.isAbsolute() ? caches : Path.of(home, ".cache");
            return Optional.of(folder.resolve("gdx-agents")).filter(Path::isAbsolute);
        } catch (InvalidPathException e) { // a user without a home has a question mark, which some systems don't take
            return Optional.empty();
        }
    }

    /** A short name for a file that belongs to something with a long description. */
    static String nameOf(String description) {
        return UUID.nameUUIDFromBytes(description.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, NAME);
    }
}
