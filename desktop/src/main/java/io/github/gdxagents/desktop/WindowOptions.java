package io.github.gdxagents.desktop;

import io.github.gdxagents.desktop.session.SteppingClock;
import io.github.gdxagents.games.GameClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that all commands share, before or after the command's name; filled by the command line. */
final class WindowOptions {
    private static final int SMALLEST = 320;
    private static final int LARGEST = 8192;

    @Option(
            names = GameClassPath.OPTION,
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = GameClassPath.DESCRIPTION)
    List<String> classPath = new ArrayList<>(); // DesktopLauncher takes it

    @Option(
            names = "--speed",
            scope = ScopeType.INHERIT,
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Game seconds per second, 0.25 to 16 (default: ${DEFAULT-VALUE}).")
    double speed = 1;

    @Option(
            names = "--seed",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "Seed of the first episode; the next ones count up from it (default: another one each time).")
    Long seed;

    @Option(
            names = "--width",
            scope = ScopeType.INHERIT,
            paramLabel = "PIXELS",
            defaultValue = "1280",
            description = "Width of the window (default: ${DEFAULT-VALUE}).")
    int width = 1280;

    @Option(
            names = "--height",
            scope = ScopeType.INHERIT,
            paramLabel = "PIXELS",
            defaultValue = "760",
            description = "Height of the window (default: ${DEFAULT-VALUE}).")
    int height = 760;

    @Option(
            names = "--setting",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME=VALUE",
            description = "A setting of the game; may be repeated (default: as the policy was trained).")
    Map<String, Double> settings = new LinkedHashMap<>();

    @Option(
            names = "--no-overlay",
            scope = ScopeType.INHERIT,
            description = "Begin without the panel that shows observations and actions.")
    boolean noOverlay;

    @Option(
            names = "--sensors",
            scope = ScopeType.INHERIT,
            description = "Begin with what the first agent senses drawn over the scene, as the key V does.")
    boolean sensors;

    @Option(
            names = "--screenshot",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "Write a picture (PNG) and exit; runs as fast as it can. When: see --after-episodes and --frames.")
    Path screenshot;

    @Option(
            names = "--after-episodes",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description =
                    "Exit half a second after the Nth episode has ended (with --screenshot: 1 unless --frames is given).")
    int afterEpisodes;

    @Option(names = "--frames", scope = ScopeType.INHERIT, paramLabel = "N", description = "Exit after the Nth frame.")
    int frames;

    /** Everything that is wrong with the values, for one message. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!(speed >= SteppingClock.SLOWEST && speed <= SteppingClock.FASTEST)) {
            problems.add("--speed must be from " + SteppingClock.SLOWEST + " to " + SteppingClock.FASTEST + ", but is "
                    + speed);
        }
        size(problems, "--width", width);
        size(problems, "--height", height);
        count(problems, "--after-episodes", afterEpisodes);
        count(problems, "--frames", frames);
        Path folder = screenshot == null ? null : screenshot.toAbsolutePath().getParent();
        if (folder != null && !folder.toFile().isDirectory()) {
            problems.add("--screenshot: the folder " + folder + " does not exist");
        } else if (screenshot != null && !Screenshot.mayReplace(screenshot)) {
            problems.add("--screenshot: there is '" + screenshot
                    + "' already, which is no PNG, and it is not overwritten; give another file, or remove it");
        }
        return problems;
    }

    /** What makes no sense where there is one episode, which has its seed. */
    void oneEpisodeProblems(List<String> problems) {
        if (seed != null) {
            problems.add("--seed: a replay has a seed of its own");
        }
        if (afterEpisodes > 1) {
            problems.add("--after-episodes must be 1 for a replay, which is one episode, but is " + afterEpisodes);
        }
    }

    private static void size(List<String> problems, String option, int value) {
        if (value < SMALLEST || value > LARGEST) {
            problems.add(option + " must be from " + SMALLEST + " to " + LARGEST + " pixels, but is " + value);
        }
    }

    private static void count(List<String> problems, String option, int value) {
        if (value < 0) {
            problems.add(option + " must be at least 1, but is " + value);
        }
    }

    /** Whether nobody watches: time is then counted in frames, so that a picture can be made again. */
    boolean isUnattended() {
        return screenshot != null;
    }

    /** After how many episodes to exit; 0 never. */
    int episodesToShow() {
        return screenshot != null && afterEpisodes == 0 && frames == 0 ? 1 : afterEpisodes;
    }
}
