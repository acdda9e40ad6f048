package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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
        built = build(target.resolve("game.jar"), "first build", new Manifest());
        bought = Files.writeString(folder.resolve("library.jar"), "library");
        copies = folder.resolve("jars");
    }

    private static Path build(Path jar, String content, Manifest manifest) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry("content"));
            entries.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private void buildAgain() throws IOException {
        build(built, "second build, in its place", new Manifest());
    }

    private static String content(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return new String(file.getInputStream(file.getEntry("content")).readAllBytes(), StandardCharsets.UTF_8);
        }
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

        buildAgain();

        assertThat(steady).hasSize(2).startsWith(bought.toString()).doesNotContain(built.toString());
        assertThat(content(steady.get(1))).isEqualTo("first build");
        assertThat(steady.get(1)).endsWith("game.jar");
    }

    @Test
    void thereIsOneCopyOfEachJar() throws IOException {
        List<String> first = steady(built);
        assertThat(steady(built)).isEqualTo(first);

        buildAgain();
        List<String> second = steady(built);

        assertThat(second).isNotEqualTo(first);
        assertThat(content(second.get(0))).isEqualTo("second build, in its place");
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

    /** A jar's class path is relative to where it lies. */
    @Test
    void aJarThatNamesOthersStaysWithThem() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/physics.jar");
        build(built, "first build", manifest);

        assertThat(steady(built)).containsExactly(built.toString());
    }

    @Test
    void whatIsNoJarStaysForTheJvmToJudge() throws IOException {
        Files.writeString(built, "half a jar");

        assertThat(steady(built)).containsExactly(built.toString());
    }
}
