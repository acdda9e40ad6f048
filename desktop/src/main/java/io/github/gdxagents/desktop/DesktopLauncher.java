package io.github.gdxagents.desktop;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.replay.GameFault;
import java.io.IOException;

/** Starts the window from the command line. */
public final class DesktopLauncher {
    private DesktopLauncher() {}

    /**
     * Shows the window until it is closed, then ends the program: 0, or 1 if there is no display, no policy or no replay, or 2 if the
     * command line makes no sense.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(DesktopCommand.commandLine(DesktopLauncher::open).execute(args));
    }

    private static int open(Launch launch) {
        Box2DNatives.prepare();
        try {
            Performance first = launch.game() == null ? null : Performance.of(launch);
            Display.requireAvailable();
            DesktopApplication application = new DesktopApplication(launch, first, System.out, System.err);
            new Lwjgl3Application(application, Display.configuration(launch.window()));
            return application.exitCode();
        } catch (IOException
                | PolicyFileException
                | PolicyMismatchException
                | IllegalArgumentException
                | GameFault
                | Display.NoDisplayException problem) {
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
