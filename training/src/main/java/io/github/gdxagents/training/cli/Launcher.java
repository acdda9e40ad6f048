package io.github.gdxagents.training.cli;

import io.github.gdxagents.games.GameClassPath;
import io.github.gdxagents.training.run.Advice;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs {@code Main} in a JVM of its own, so that a build tool does not get between the trainer and the terminal.
 *
 * <p>The child has this process's terminal (but for its error messages, which are passed on without TensorFlow's noise) and class path, the
 * environment that TensorFlow reads before {@code main} begins, the game of {@link GameClassPath#OPTION} in front of the class path, and {@link JvmFlags} with those of the system property {@code train.jvm}.
 * Its exit status becomes ours. After Ctrl-C this process stays until the child has saved, else the shell's prompt would come back in the
 * middle of it.
 */
public final class Launcher {
    private static final String PROGRAM = Main.class.getName();

    /** What TensorFlow prints at every start, whatever its log level, and what means nothing to a user. */
    private static final List<String> NOISE = List.of(
            "All log messages before absl::InitializeLog() is called are written to STDERR",
            "MLIR V1 optimization pass is not enabled");

    private Launcher() {}

    /** Starts the trainer with its command line, waits for it and exits with its status. */
    public static void main(String[] args) throws IOException, InterruptedException {
        GameClassPath game = new GameClassPath(args);
        if (!game.missing().isEmpty()) {
            System.err.println(game.complaint());
            System.exit(2);
        }
        Process child = start(game);
        Thread errors = new Thread(() -> forwardErrors(child), "trainer-errors");
        errors.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> haltWith(child), "wait-for-trainer"));
        int status = child.waitFor();
        errors.join();
        System.exit(status);
    }

    private static Process start(GameClassPath game) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
        command.addAll(JvmFlags.of(
                System.getProperty("train.jvm", ""),
                System.getenv(),
                JvmFlags.Machine.here(!game.isGiven() && hasJarsAlone())));
        String root = System.getProperty("maven.multiModuleProjectDirectory");
        command.add("-D" + Advice.BY_MAVEN + "=" + (root != null));
        command.add("-D" + Advice.BY_SCRIPT + "=" + Boolean.getBoolean(Advice.BY_SCRIPT));
        command.add("-D" + Advice.COMMAND + "=" + System.getProperty(Advice.COMMAND, ""));
        command.add("-D" + Advice.CLASS_PATH + "=" + game.before(""));
        command.add(PROGRAM);
        command.addAll(game.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectError(ProcessBuilder.Redirect.PIPE);
        // Runs belong in the root of the project, wherever in it Maven was called.
        if (root != null) {
            builder.directory(new File(root));
        }
        Map<String, String> environment = builder.environment();
        // In the environment rather than on the command line, which has a length limit on Windows.
        environment.put("CLASSPATH", game.before(classPath()));
        environment.putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "2");
        // Else a GPU multiplies with ten bits: ratios of a policy to itself would differ from 1.
        environment.putIfAbsent("NVIDIA_TF32_OVERRIDE", "0");
        return builder.start();
    }

    private static boolean hasJarsAlone() {
        return Arrays.stream(classPath().split(Pattern.quote(File.pathSeparator)))
                .noneMatch(entry -> new File(entry).isDirectory());
    }

    /** Maven runs this class from a class loader of its own; {@code java -cp} does not. */
    private static String classPath() {
        if (!(Launcher.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                entries.add(new File(url.toURI()).getPath());
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("Class path entry " + url + " is no file.", e);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void forwardErrors(Process child) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getErrorStream(), Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (NOISE.stream().noneMatch(line::contains)) {
                    System.err.println(line);
                }
            }
        } catch (IOException e) {
            System.err.println("The trainer's messages can't be read any more: " + e);
        }
    }

    private static void haltWith(Process child) {
        child.destroy();
        try {
            Runtime.getRuntime().halt(child.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
