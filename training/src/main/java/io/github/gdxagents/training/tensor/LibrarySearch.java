package io.github.gdxagents.training.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for shared libraries where Linux' loader does: in {@code LD_LIBRARY_PATH}, in the cache that {@code ldconfig} writes, in the
 * system's folders. Reads the disk at every call.
 */
final class LibrarySearch {
    static final String VARIABLE = "LD_LIBRARY_PATH";

    private static final List<String> SYSTEM =
            List.of("lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib64", "usr/lib64", "lib", "usr/lib");
    /** Where CUDA is put, without the loader being told. */
    private static final List<String> PARENTS_OF_CUDA = List.of("usr/local", "opt");

    private static final List<String> WITHIN_CUDA = List.of("lib64", "targets/x86_64-linux/lib", "lib");

    private final Path root;
    private final List<Path> given;

    /** Looks at a machine by its files, below {@code /} but in tests, and the environment of the process. */
    LibrarySearch(Path root, Map<String, String> environment) {
        this.root = root;
        given = Arrays.stream(environment.getOrDefault(VARIABLE, "").split("[:;]"))
                .filter(folder -> !folder.isBlank())
                .map(this::within)
                .toList();
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

    /** All libraries whose names begin like this, in the loader's order: it opens the first. */
    List<Path> libraries(String beginning) {
        Stream<Path> inGiven = given.stream().flatMap(folder -> files(folder, beginning));
        Stream<Path> inSystem = SYSTEM.stream().flatMap(folder -> files(root.resolve(folder), beginning));
        return Stream.of(inGiven, cached(beginning), inSystem)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** The same in folders that CUDA is usually put into, but in which the loader does not look. */
    List<Path> elsewhere(String beginning) {
        return PARENTS_OF_CUDA.stream()
                .flatMap(parent -> list(root.resolve(parent), "cuda"))
                .flatMap(cuda -> WITHIN_CUDA.stream().map(cuda::resolve))
                .flatMap(folder -> files(folder, beginning))
                .toList();
    }

    private static Stream<Path> files(Path folder, String beginning) {
        return list(folder, beginning).filter(Files::isRegularFile);
    }

    private static Stream<Path> list(Path folder, String beginning) {
        try (Stream<Path> content = Files.list(folder)) {
            return content
                    .filter(path -> path.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) { // nothing is found in a folder that is missing or closed to us
            return Stream.empty();
        }
    }

    /** The cache is a table whose names and paths are texts that end with a zero. Its files may be gone since it was written. */
    private Stream<Path> cached(String beginning) {
        String cache;
        try {
            cache = Files.readString(root.resolve("etc/ld.so.cache"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) { // a system without one
            return Stream.empty();
        }
        return Arrays.stream(cache.split("\0"))
                .filter(text -> text.startsWith("/") && text.startsWith(beginning, text.lastIndexOf('/') + 1))
                .map(this::within)
                .filter(Files::isRegularFile);
    }
}
