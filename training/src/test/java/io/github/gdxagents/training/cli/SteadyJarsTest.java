package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SteadyJarsTest {
    @TempDir
    private Path folder;

    private Path built;
    private Path bought;
    private Path copies;

    @BeforeEach
    void makeJars() throws IOException {
        Path target = Files.createDirectories(folder.resolve("game").resolve("target"));
        built = Files.writeString(target.resolve("game.jar"), "first build");
        bought = Files.writeString(folder.resolve("library.jar"), "library");
        copies = folder.resolve("jars");
    }

    private List<String> steady(Path... classPath) {
        String joined = String.join(
                File.pathSeparator, Stream.of(classPath).map(Path::toString).toList());
        return List.of(new SteadyJars(copies).of(joined).split(File.pathSeparator));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(copies)) {
            return files.toList();
        }
    }

    @Test
    void aBuildDoesNotChangeWhatIsLoadedFrom() throws IOException {
        List<String> steady = steady(bought, built);

        Files.writeString(built, "second build, in its place");

        assertThat(steady).hasSize(2).startsWith(bought.toString()).doesNotContain(built.toString());
        assertThat(Path.of(steady.get(1))).hasContent("first build");
        assertThat(steady.get(1)).endsWith("game.jar");
    }

    @Test
    void thereIsOneCopyOfEachJar() throws IOException {
        List<String> first = steady(built);
        assertThat(steady(built)).isEqualTo(first);

        Files.writeString(built, "second build, in its place");
        List<String> second = steady(built);

        assertThat(second).isNotEqualTo(first);
        assertThat(Path.of(second.get(0))).hasContent("second build, in its place");
        assertThat(left()).containsExactly(Path.of(second.get(0)));
    }

    @Test
    void foldersAndWhatIsMissingStayAsTheyAre() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("target").resolve("classes"));
        Path missing = folder.resolve("target").resolve("missing.jar");

        assertThat(steady(classes, missing)).containsExactly(classes.toString(), missing.toString());
    }

    @Test
    void whereNothingCanBeWrittenTheOriginalWillDo() throws IOException {
        Files.writeString(copies, "in the way");

        assertThat(steady(built)).containsExactly(built.toString());
    }
}
