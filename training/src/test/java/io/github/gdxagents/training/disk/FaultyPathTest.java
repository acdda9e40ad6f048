package io.github.gdxagents.training.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultyPathTest {
    private final FaultyDisk disk = new FaultyDisk();
    private final FileSystem fileSystem = disk.fileSystem();

    /** Both of one, on the disk and of the default file system, so that the latter says what is right. */
    private void assertAlike(String text, UnaryOperator<Path> made) {
        Path path = made.apply(fileSystem.getPath(text));
        Path expected = made.apply(Path.of(text));

        assertThat((Object) path).as(text).isEqualTo(expected == null ? null : disk.path(expected));
        if (expected != null) {
            assertThat((Object) path).hasToString(expected.toString()).hasSameHashCodeAs(disk.path(expected));
            assertThat(path.getFileSystem()).as("of %s", text).isSameAs(fileSystem);
        }
    }

    private static List<UnaryOperator<Path>> derivations() {
        return List.of(
                path -> path,
                Path::getRoot,
                Path::getFileName,
                Path::getParent,
                Path::normalize,
                Path::toAbsolutePath,
                path -> path.getName(0),
                path -> path.subpath(0, 1),
                path -> path.resolve("x/y"),
                path -> path.resolve("/x"),
                path -> path.resolveSibling(path.getFileName() + ".tmp"),
                path -> path.relativize(path.resolve("../z")),
                path -> path.resolve(path.getFileName()),
                path -> path.resolveSibling(path.getFileName()));
    }

    @Test
    void pathsMadeFromPathsAreThoseOfTheDefaultFileSystemAndOfTheDisk() {
        for (String text : List.of("a", "a/b/../c", "/a", "/a/b/c.txt", "./a", "../a")) {
            derivations().forEach(made -> assertAlike(text, made));
        }
        assertAlike("/", Path::getFileName);
    }

    @Test
    void questionsAreAnsweredAsByTheDefaultFileSystem() {
        Path path = fileSystem.getPath("/runs", "lander", "checkpoint");

        assertThat(path.isAbsolute()).isTrue();
        assertThat(fileSystem.getPath("runs").isAbsolute()).isFalse();
        assertThat(path.getNameCount()).isEqualTo(3);
        assertThat(path.startsWith("/runs")).isTrue();
        assertThat(path.startsWith("/run")).isFalse();
        assertThat(path.startsWith(fileSystem.getPath("/runs/lander"))).isTrue();
        assertThat(path.endsWith("checkpoint")).isTrue();
        assertThat(path.endsWith(fileSystem.getPath("lander", "checkpoint"))).isTrue();
        assertThat(path.endsWith("point")).isFalse();
        assertThat(path.compareTo(fileSystem.getPath("/runs/lander/metrics"))).isNegative();
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        assertThat(names).containsExactly("runs", "lander", "checkpoint");
    }

    @Test
    void pathsOfOtherFileSystemsAreOthers() {
        Path path = fileSystem.getPath("/a/b");
        for (Path other : List.of(Path.of("/a/b"), new FaultyDisk().path(Path.of("/a/b")))) {
            assertThat((Object) path).isNotEqualTo(other);
            assertThat(path.startsWith(other)).isFalse();
            assertThat(path.endsWith(other)).isFalse();
            assertThatThrownBy(() -> path.resolve(other)).isInstanceOf(ProviderMismatchException.class);
            assertThatThrownBy(() -> path.relativize(other)).isInstanceOf(ProviderMismatchException.class);
        }
        assertThatThrownBy(() -> disk.path(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noWayLeadsAroundTheFaults(@TempDir Path real) throws Exception {
        Path path = disk.path(real);

        assertThatThrownBy(path::toFile).isInstanceOf(UnsupportedOperationException.class);
        assertThat(path.toUri()).hasScheme("faulty");
        assertThat((Object) fileSystem.provider().getPath(path.toUri())).isEqualTo(path);
        assertThat((Object) path.toRealPath()).isEqualTo(disk.path(real.toRealPath()));
        assertThat(path.getFileSystem().getRootDirectories()).allMatch(root -> root.getFileSystem() == fileSystem);
    }
}
