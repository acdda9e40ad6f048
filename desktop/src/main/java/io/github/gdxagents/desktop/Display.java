package io.github.gdxagents.desktop;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3NativesLoader;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.util.Locale;
import org.lwjgl.glfw.GLFW;

/** Whether there is a screen to open a window on, and how to open it. */
final class Display {
    private static final int SAMPLES = 4;

    private Display() {}

    /** There is no screen; the message says what to do. */
    static final class NoDisplayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoDisplayException(String message) {
            super(message);
        }
    }

    /** Asks the window library itself, before libGDX does and prints a stack trace. */
    static void requireAvailable() {
        if (isLinux() && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new NoDisplayException(explain("neither DISPLAY nor WAYLAND_DISPLAY is set"));
        }
        Lwjgl3NativesLoader.load();
        if (!GLFW.glfwInit()) {
            throw new NoDisplayException(explain("the window system can't be reached" + variables()));
        }
        GLFW.glfwTerminate();
    }

    private static String variables() {
        if (!isLinux()) {
            return "";
        }
        return " (DISPLAY=" + System.getenv("DISPLAY") + ", WAYLAND_DISPLAY=" + System.getenv("WAYLAND_DISPLAY") + ")";
    }

    static String explain(String cause) {
        String message = "No display: " + cause + ".";
        return isLinux()
                ? message + System.lineSeparator()
                        + "Run this on a machine with a screen, or on a virtual one:" + System.lineSeparator()
                        + "  apt-get install xvfb libgl1-mesa-dri" + System.lineSeparator()
                        + "  xvfb-run -a -s \"-screen 0 1280x800x24 +extension GLX\" mvn -q -Pwatch"
                : message + " Run this on a machine with a screen.";
    }

    /** libGDX has no exception of its own for this. */
    static boolean isMissingWindow(GdxRuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        return message.startsWith("Couldn't create window") || message.startsWith("Unable to initialize GLFW");
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    static Lwjgl3ApplicationConfiguration configuration(WindowOptions window) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setTitle("gdx-agents");
        configuration.setWindowedMode(window.width, window.height);
        configuration.setWindowSizeLimits(480, 320, -1, -1);
        configuration.setBackBufferConfig(8, 8, 8, 8, 16, 0, SAMPLES);
        configuration.disableAudio(true);
        configuration.useVsync(!window.isUnattended());
        configuration.setForegroundFPS(window.isUnattended() ? 0 : 120); // in case vsync is off
        return configuration;
    }
}
