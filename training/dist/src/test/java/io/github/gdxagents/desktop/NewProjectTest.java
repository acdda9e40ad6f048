package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.gdxagents.training.cli.Launcher;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The project of a new game: written, compiled, checked, trained and shown, as its author would, but by no build tool. */
@Tag("slow")
class NewProjectTest {
    @TempDir
    private Path folder;

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The trainer, run to its end: its exit status, and what it printed. */
    private record Outcome(int status, String output) {}

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", classPath());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private String trainer(String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(arguments);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private static List<Path> sources(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(Path project, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "-Xlint:all,-processing");
            boolean compiled = compiler.getTask(
                            problems, files, null, options, null, files.getJavaFileObjectsFromPaths(sources(project)))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        }
        assertThat(problems.toString()).isEmpty();
    }

    private static TestExecutionSummary test(Path classes, String name) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, NewProjectTest.class.getClassLoader())) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass(name)))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        }
    }

    @Test
    void aNewProjectIsCompiledCheckedTrainedAndShown() throws Exception {
        Path project = folder.resolve("tag");
        assertThat(trainer("new", "org.example.tag")).contains("The project is in tag.", "mvn -q -Ptrain");
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContain("acme", "mygame", "@gdx", "${project");
            }
        }

        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(project, classes);
        TestExecutionSummary tests = test(classes, "org.example.tag.TagGameTest");
        assertThat(tests.getFailures()).isEmpty();
        assertThat(tests.getTestsSucceededCount()).isEqualTo(3);

        trainer(
                "--class-path",
                classes.toString(),
                "train",
                "org.example.tag.TagFactory",
                "--config",
                project.resolve("training.yaml").toString(),
                "--steps",
                "20000",
                "--tune",
                "0",
                "--runs",
                folder.toString(),
                "--name",
                "first",
                "-q");
        Path run = folder.resolve("TagFactory").resolve("first");
        assertThat(run.resolve("best-chaser.policy")).exists();
        assertThat(run.resolve("best-runner.policy")).exists();

        try (VirtualScreen screen = VirtualScreen.start()) {
            Path picture = folder.resolve("tag.png");
            WindowRun window = WindowRun.of(
                    folder,
                    screen.display(),
                    "watch",
                    "org.example.tag.TagFactory",
                    "--class-path",
                    classes.toString(),
                    "--policy",
                    run.toString(),
                    "--seed",
                    "1",
                    "--no-overlay",
                    "--screenshot",
                    picture.toString(),
                    "--frames",
                    "30");
            assertThat(window.exitCode()).as(window.err()).isZero();
            assertThat(drawn(ImageIO.read(picture.toFile())))
                    .as("walls and two discs")
                    .isGreaterThan(1000);
        }
    }

    private static int drawn(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 0 : 1;
            }
        }
        return count;
    }

    /** Names that look like what stands in the templates. */
    @ParameterizedTest
    @ValueSource(strings = {"com.acme.mygame2", "org.mygame.x", "com.acme.mygame.com", "com.acme"})
    void anyPackageIsPutInOnce(String name) throws IOException, InterruptedException {
        String last = name.substring(name.lastIndexOf('.') + 1);
        trainer("new", name, "--directory", "project");
        Path project = folder.resolve("project");
        for (Path source : sources(project)) {
            assertThat(Files.readString(source)).startsWith("package " + name + ";");
        }
        assertThat(project.resolve("src/main/java")
                        .resolve(name.replace('.', '/'))
                        .resolve("Disc.java"))
                .exists();
        assertThat(project.resolve("src/main/resources"))
                .as("where policies go")
                .isDirectory();
        assertThat(Files.readString(project.resolve("pom.xml")))
                .contains("<artifactId>" + last + "</artifactId>", "train " + name + ".TagFactory --config");
    }

    @Test
    void whatIsThereIsNotOverwrittenAndAPackageIsOne() throws IOException, InterruptedException {
        Path file = Files.createDirectory(folder.resolve("tag")).resolve("mine.txt");
        Files.writeString(file, "mine");
        Outcome taken = run("new", "org.example.tag");
        assertThat(taken.status()).isEqualTo(1);
        assertThat(taken.output()).contains("There is 'tag' already, and nothing in it is overwritten.");
        assertThat(file).hasContent("mine");
        for (String name : new String[] {"tag", "org.class.tag", "org.example.9"}) {
            Outcome refused = run("new", name);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.output()).contains("must be the name of a Java package with at least two parts");
        }
    }
}
