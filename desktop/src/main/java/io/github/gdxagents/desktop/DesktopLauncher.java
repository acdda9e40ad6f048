package io.github.gdxagents.desktop;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.games.GameClassPath;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.replay.GameFault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the window from the command line. */
public final class DesktopLauncher {
    private DesktopLauncher() {}

    /**
     * Shows the window until it is closed, then ends the program: 0, or 1 if there is no display, no policy or no replay, or 2 if the
     * command line makes no sense.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        GameClassPath game = new GameClassPath(args);
        if (!game.missing().isEmpty()) {
            System.err.println(game.complaint());
            System.exit(2);
        }
        if (game.isGiven()) {
            System.exit(startWith(game));
        }
        System.exit(DesktopCommand.commandLine(DesktopLauncher::open).execute(args));
    }

    /** The same program in a JVM that finds the game and its assets on its class path; gives its exit status. */
    private static int startWith(GameClassPath game) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments()); // macOS needs one to open a window
        command.add(DesktopLauncher.class.getName());
        command.addAll(game.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        // in the environment rather than on the command line, which has a length limit on Windows
        builder.environment().put("CLASSPATH", game.before(System.getProperty("java.class.path")));
        Process window = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(window::destroy, "close-window"));
        return window.waitFor();
    }

    private static int open(Launch launch) {
        Box2DNatives.prepare();
        Performance first;
        try {
            first = launch.game() == null ? null : Performance.of(launch);
        } catch (IOException
                | PolicyFileException
                | PolicyMismatchException
                | IllegalArgumentException
                | GameFault problem) {
            return fail(problem.getMessage());
        }
        try {
            Display.requireAvailable();
            DesktopApplication application = new DesktopApplication(launch, first, System.out, System.err);
            new Lwjgl3Application(application, Display.configuration(launch.window()));
            return application.exitCode();
        } catch (Display.NoDisplayException problem) {
            return fail(problem.getMessage());
        } catch (GdxRuntimeException problem) {
            if (Display.isMissingWindow(problem)) {
                return fail(Display.explain(problem.getMessage()));
            }
            throw problem;
        }
    }

    private static int fail(String message) {
        System.err.println(message);
        return 1;
    }
}
