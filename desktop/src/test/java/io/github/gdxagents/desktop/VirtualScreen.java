package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An X server without a screen, on a display number that it finds itself. Thread safety: none. */
final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /** Starts a server, or skips the test where none is installed; fails it in continuous integration. */
    static VirtualScreen start() throws IOException {
        if (!isInstalled()) {
            String message =
                    "Xvfb is not installed: nothing to open a window on (apt-get install xvfb libgl1-mesa-dri)";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x800x24",
                        "+extension",
                        "GLX",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = server.inputReader(StandardCharsets.US_ASCII);
        String number = out.readLine(); // comes as soon as the server is ready
        if (number == null) {
            fail("Xvfb ended before it was ready");
        }
        return new VirtualScreen(server, ":" + number.trim());
    }

    private static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, "Xvfb").canExecute());
    }

    String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
