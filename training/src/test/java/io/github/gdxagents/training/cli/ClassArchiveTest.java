package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassArchiveTest {
    private static final JvmFlags.Machine MACHINE = new JvmFlags.Machine(17, true, 2);
    private static final String MAKE = "-XX:ArchiveClassesAtExit=";
    private static final String USE = "-XX:SharedArchiveFile=";
    private static final String NAME = ClassArchiveTest.Greeter.class.getName();

    @TempDir
    private Path folder;

    private Path archives;
    private Path jar;

    /** A program. */
    static final class Greeter {
        private Greeter() {}

        public static void main(String[] args) {
            System.out.println("Hello");
        }
    }

    @BeforeEach
    void makeJar() throws IOException {
        archives = folder.resolve("cache").resolve("gdx-agents");
        jar = folder.resolve("greeter.jar");
        String entry = NAME.replace('.', '/') + ".class";
        try (InputStream bytes = ClassArchiveTest.class.getResourceAsStream('/' + entry);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out)) {
            content.putNextEntry(new JarEntry(entry));
            bytes.transferTo(content);
        }
    }

    private ClassArchive archive() {
        return ClassArchive.of(jar.toString(), "-Xmx1g", archives, MACHINE).orElseThrow();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.toList();
        }
    }

    /** As a JVM leaves it. */
    private void leave(ClassArchive archive) throws IOException {
        Files.writeString(fileOf(MAKE, archive.flags(true)), "classes");
    }

    private static Path fileOf(String flag, List<String> flags) {
        return flags.stream()
                .filter(text -> text.startsWith(flag))
                .map(text -> Path.of(text.substring(flag.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aJvmMakesTheArchiveAndTheNextOneLoadsFromIt() throws IOException, InterruptedException {
        JvmFlags.Machine here = JvmFlags.Machine.here();
        assumeThat(here.isHotSpot()).as("a JVM that has archives").isTrue();
        ClassArchive first = ClassArchive.of(jar.toString(), "", archives, here).orElseThrow();

        assertThat(greet(first.flags(true))).contains("Hello").doesNotContain("shared objects file (top)");
        first.settle(0);
        ClassArchive second =
                ClassArchive.of(jar.toString(), "", archives, here).orElseThrow();

        assertThat(greet(second.flags(true))).contains("Hello").contains(NAME + " source: shared objects file (top)");
    }

    private String greet(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xlog:class+load", "-cp", jar.toString(), NAME));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void onlyARunThatLoadsWhatMostLoadMakesOne() throws IOException {
        assertThat(archive().flags(false)).noneMatch(flag -> flag.startsWith(MAKE) || flag.startsWith(USE));
        leave(archive());
        archive().settle(0);

        assertThat(archive().flags(false)).anyMatch(flag -> flag.startsWith(USE));
        assertThat(archive().flags(true)).anyMatch(flag -> flag.startsWith(USE));
    }

    @Test
    void aRunThatFailsLeavesNothing() throws IOException {
        leave(archive());

        archive().settle(1);

        assertThat(left()).isEmpty();
    }

    @Test
    void aChangedJarHasANewArchiveInTheOldOnesPlace() throws IOException {
        leave(archive());
        archive().settle(0);
        Path old = fileOf(USE, archive().flags(true));
        Files.writeString(jar, "another jar");

        leave(archive());
        archive().settle(0);

        assertThat(left()).hasSize(1).doesNotContain(old);
    }

    @Test
    void anotherClassPathHasItsOwn() throws IOException {
        leave(archive());
        archive().settle(0);
        Path other = Files.copy(jar, folder.resolve("other.jar"));
        String both = jar + File.pathSeparator + other;

        ClassArchive ofBoth = ClassArchive.of(both, "", archives, MACHINE).orElseThrow();
        leave(ofBoth);
        ofBoth.settle(0);

        assertThat(left()).hasSize(2);
        assertThat(archive().flags(true)).anyMatch(flag -> flag.startsWith(USE));
    }

    @Test
    void classesThatAreNotInJarsHaveNone() {
        assertThat(ClassArchive.of(jar + File.pathSeparator + folder, "", archives, MACHINE))
                .isEmpty();
    }

    @Test
    void withoutAFolderToWriteToThereIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("cache"), "in the way");

        assertThat(ClassArchive.of(jar.toString(), "", file.resolve("gdx-agents"), MACHINE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, true", "17, false"})
    void someJvmsHaveNoArchives(int release, boolean isHotSpot) {
        assertThat(ClassArchive.of(jar.toString(), "", archives, new JvmFlags.Machine(release, isHotSpot, 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:off",
                "-XX:SharedArchiveFile=mine.jsa",
                "-Xmx1g -javaagent:spy.jar",
                "@jvm.txt",
                "-agentlib:jdwp"
            })
    void theUsersFlagsDecide(String theirs) {
        assertThat(ClassArchive.of(jar.toString(), theirs, archives, MACHINE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 143})
    void aRunThatIsStoppedLeavesOneToo(int status) throws IOException {
        leave(archive());

        archive().settle(status);

        assertThat(archive().flags(false)).anyMatch(flag -> flag.startsWith(USE));
    }

    @Test
    void anArchiveWithWhichTheJvmCrashedIsNotUsedAgain() throws IOException {
        leave(archive());
        archive().settle(0);

        archive().settle(1);
        assertThat(left()).hasSize(1);
        archive().settle(134);
        assertThat(left()).isEmpty();
    }

    @Test
    void otherFlagsHaveAnArchiveOfTheirOwn() throws IOException {
        leave(archive());
        archive().settle(0);

        assertThat(ClassArchive.of(jar.toString(), "-XX:-UseCompressedOops", archives, MACHINE)
                        .orElseThrow()
                        .flags(true))
                .anyMatch(flag -> flag.startsWith(MAKE));
    }
}
