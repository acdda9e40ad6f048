package io.github.gdxagents.desktop;

import com.badlogic.gdx.Game;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Screen;
import com.kotcrab.vis.ui.VisUI;
import io.github.gdxagents.policy.PolicyFileException;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.replay.GameFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The window: the menu, or a game's screen. */
final class DesktopApplication extends Game {
    private static final double LARGE_DENSITY = 1.5;

    private final Launch launch;
    private final Performance first; // null for the menu
    private final ExitPlan exitPlan;
    private final PrintStream results;
    private final PrintStream problems;
    private int exitCode;
    private boolean hasFault;

    /** Results of episodes go to one stream, problems of the window to the other. */
    DesktopApplication(Launch launch, Performance first, PrintStream results, PrintStream problems) {
        this.launch = launch;
        this.first = first;
        this.results = results;
        this.problems = problems;
        exitPlan = new ExitPlan(launch.window());
    }

    @Override
    public void create() {
        VisUI.setSkipGdxVersionCheck(true);
        VisUI.load(Gdx.graphics.getDensity() >= LARGE_DENSITY ? VisUI.SkinScale.X2 : VisUI.SkinScale.X1);
        if (first == null) {
            showMenu();
        } else {
            show(new GameScreen(this, launch, first));
        }
    }

    void showMenu() {
        show(new MenuScreen(this));
    }

    /** Opens a game from the menu; gives the problem to show there, or null. */
    String open(String game, Launch.Mode mode) {
        try {
            Launch chosen = launch.of(game, mode);
            show(new GameScreen(this, chosen, Performance.of(chosen)));
            return null;
        } catch (IOException
                | PolicyFileException
                | PolicyMismatchException
                | IllegalArgumentException
                | GameFault problem) {
            return problem.getMessage();
        }
    }

    /** Back to where the player came from: the menu, or out. */
    void leave() {
        if (first == null) {
            showMenu();
        } else {
            exit(0);
        }
    }

    PrintStream results() {
        return results;
    }

    /** What comes of it is no success, whatever is shown after it. */
    void gameBroke() {
        hasFault = true;
    }

    ExitPlan exitPlan() {
        return exitPlan;
    }

    /** Screens call this at the end of each frame: it may be the last, and the one for the picture. */
    void finishFrame() {
        if (exitPlan.frameDrawn()) {
            Path file = launch.window().screenshot;
            String problem = file == null ? null : Screenshot.write(file);
            if (problem != null) {
                problems.println(problem);
            }
            exit(problem == null && !hasFault ? 0 : 1);
        }
    }

    void exit(int code) {
        exitCode = code;
        Gdx.app.exit();
    }

    int exitCode() {
        return exitCode;
    }

    private void show(Screen next) {
        Screen last = getScreen();
        setScreen(next);
        if (last != null) {
            last.dispose();
        }
    }

    @Override
    public void dispose() {
        if (getScreen() != null) {
            getScreen().dispose();
        }
        if (VisUI.isLoaded()) {
            VisUI.dispose();
        }
    }
}
