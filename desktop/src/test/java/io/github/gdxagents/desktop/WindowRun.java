package io.github.gdxagents.desktop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The desktop build, run to its end in a JVM of its own.
 *
 * @param exitCode its exit status
 * @param out what it printed
 * @param err what it complained of
 */
record WindowRun(int exitCode, String out, String err) {
    /** Runs it on a display, or with none if {@code display} is null. */
    static WindowRun of(Path folder, String display, String... args) throws IOException, InterruptedException {
        return of(folder, display, DesktopLauncher.class, args);
    }

    /** Runs another main class. */
    static WindowRun of(Path folder, String display, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(args));
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        if (display != null) {
            builder.environment().put("DISPLAY", display);
            builder.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        }
        int exitCode = builder.start().waitFor();
        return new WindowRun(exitCode, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
