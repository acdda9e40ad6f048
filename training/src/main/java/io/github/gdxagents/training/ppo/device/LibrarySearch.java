package io.github.gdxagents.training.ppo.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for shared libraries where Linux' loader does: in {@code LD_LIBRARY_PATH}, in the cache that {@code ldconfig} writes, in the
 * system's folders.
 *
 * <p>Thread safety: none. It reads the disk at every call.
 */
final class LibrarySearch {
    static final String VARIABLE = "LD_LIBRARY_PATH";

    private static final String CACHE = "etc/ld.so.cache";
    private static final List<String> SYSTEM =
            List.of("lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib64", "usr/lib64", "lib", "usr/lib");
    /** Where CUDA is put, without the loader being told. */
    private static final List<String> USUAL = List.of("usr/local", "opt");

    private static final List<String> WITHIN_CUDA = List.of("lib64", "targets/x86_64-linux/lib", "lib");

    private final Path root;
    private final List<Path> given;

    /**
     * Looks on a machine.
     *
     * @param root of its files, {@code /} but in tests
     * @param environment of the process
     */
    LibrarySearch(Path root, Map<String, String> environment) {
        this.root = root;
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault(VARIABLE, "").split("[:;]")) {
            if (!folder.isBlank()) {
                folders.add(within(folder));
            }
        }
        given = List.copyOf(folders);
    }

    private Path within(String absolute) {
        try {
            return root.resolve(absolute.replaceFirst("^/+", ""));
        } catch (InvalidPathException e) { // the loader finds nothing there either
            return root.resolve("no-such-folder");
        }
    }

    /** The folders of {@code LD_LIBRARY_PATH}. */
    List<Path> given() {
        return given;
    }

    /** The file that the loader would open. */
    Optional<Path> find(String file) {
        return libraries(file).stream().findFirst();
    }

    /** All libraries that the loader can find and whose names begin like this. */
    Collection<Path> libraries(String beginning) {
        Set<Path> found = new LinkedHashSet<>();
        given.forEach(folder -> addFiles(folder, beginning, found));
        addCached(beginning, found);
        SYSTEM.forEach(folder -> addFiles(root.resolve(folder), beginning, found));
        return found;
    }

    /** The same in folders that CUDA is usually put into, but in which the loader does not look. */
    Collection<Path> elsewhere(String beginning) {
        Set<Path> found = new LinkedHashSet<>();
        for (String parent : USUAL) {
            for (Path cuda : list(root.resolve(parent), "cuda")) {
                WITHIN_CUDA.forEach(folder -> addFiles(cuda.resolve(folder), beginning, found));
            }
        }
        return found;
    }

    private static void addFiles(Path folder, String beginning, Set<Path> found) {
        for (Path file : list(folder, beginning)) {
            if (Files.isRegularFile(file)) {
                found.add(file);
            }
        }
    }

    private static List<Path> list(Path folder, String beginning) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(
                folder, path -> path.getFileName().toString().startsWith(beginning))) {
            content.forEach(paths::add);
        } catch (IOException e) { // nothing is found in a folder that is missing or closed to us
            return List.of();
        }
        paths.sort(null);
        return paths;
    }

    /** The cache is a table whose names and paths are texts that end with a zero. */
    private void addCached(String beginning, Set<Path> found) {
        String cache;
        try {
            cache = Files.readString(root.resolve(CACHE), StandardCharsets.ISO_8859_1);
        } catch (IOException e) { // a system without one
            return;
        }
        for (String text : cache.split("\0")) {
            if (text.startsWith("/") && text.startsWith(beginning, text.lastIndexOf('/') + 1)) {
                Path file = within(text);
                if (Files.isRegularFile(file)) { // it may be gone since the cache was written
                    found.add(file);
                }
            }
        }
    }
}
