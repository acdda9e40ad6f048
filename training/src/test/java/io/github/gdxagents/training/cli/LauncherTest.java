package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it, with a cache of its own. */
final class LauncherTest {
    private static final List<String> SHORT_RUN = List.of(
            "train",
            "lander",
            "--steps",
            "4096",
            "--set",
            "evaluation.everyIterations=0",
            "--set",
            "evaluation.finalEpisodes=1",
            "--quiet",
            "--runs");

    @TempDir
    private Path folder;

    /** What a program printed, and its exit status. */
    private record Outcome(int status, String output) {}

    private Outcome launch(String classPath, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtrain.jvm=-Xmx512m -Xlog:class+load",
                Launcher.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        builder.environment().put("CLASSPATH", classPath);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private List<String> shortRun() {
        List<String> arguments = new ArrayList<>(SHORT_RUN);
        arguments.add(folder.resolve("runs").toString());
        return arguments;
    }

    /** This test's class path, but with jars instead of folders. */
    private String jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(
                    Files.isDirectory(path)
                            ? jar(path, "classes-" + jars.size()).toString()
                            : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private Path jar(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, content);
            }
        }
        return jar;
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("gdx-agents"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theTrainersStatusIsOurs() throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");

        assertThat(launch(classPath, List.of("games")).status()).isZero();
        assertThat(launch(classPath, List.of("train", "lnader")).status()).isEqualTo(2);
    }

    @Test
    void theFirstRunLeavesTheNextOneItsClasses() throws IOException, InterruptedException {
        assumeThat(JvmFlags.Machine.here().isHotSpot())
                .as("a JVM that has archives")
                .isTrue();
        String jars = jars();
        String fromArchive = Main.class.getName() + " source: shared objects file (top)";

        Outcome first = launch(jars, shortRun());
        List<Path> left = archives();
        Outcome second = launch(jars, shortRun());

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output()).contains("Policy:").doesNotContain(fromArchive);
        assertThat(left).hasSize(1);
        assertThat(second.status()).as(second.output()).isZero();
        assertThat(second.output()).contains("Policy:").contains(fromArchive);
        assertThat(archives()).isEqualTo(left);
    }
}
