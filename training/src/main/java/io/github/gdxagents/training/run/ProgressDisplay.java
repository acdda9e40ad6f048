package io.github.gdxagents.training.run;

import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.rollout.GameFigure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows how far a run is: in a terminal one line that is written over, elsewhere a plain line every few seconds.
 *
 * <p>It writes between iterations, from the thread that trains: nothing draws on the terminal while the run is saved after Ctrl-C.
 */
public final class ProgressDisplay {
    private static final long TERMINAL_INTERVAL = Duration.ofMillis(150).toNanos();
    private static final long PLAIN_INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final int BAR_WIDTH = 20;
    private static final int MOST_FIGURES = 4;
    /** How much of the past the shown speed has forgotten after one more iteration. */
    private static final double SMOOTHING = 0.1;

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean quiet;
    private double stepsPerSecond;
    private double bestScore = Double.NaN;
    private long lastShown;
    private int shownLength;
    private boolean hasShown;

    private ProgressDisplay(PrintWriter out, boolean terminal, boolean quiet) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** {@return a display of one line, for a terminal} */
    public static ProgressDisplay forTerminal(PrintWriter out) {
        return new ProgressDisplay(out, true, false);
    }

    /** {@return a display of plain lines, for a file or a pipe} */
    public static ProgressDisplay forLog(PrintWriter out) {
        return new ProgressDisplay(out, false, false);
    }

    /** {@return a display of messages alone, without progress} */
    public static ProgressDisplay quiet(PrintWriter out) {
        return new ProgressDisplay(out, false, true);
    }

    /** Shows an iteration, unless the last was shown a moment ago. */
    void show(IterationRecord iteration, long totalSteps, double best, long restarts, long nanoTime) {
        stepsPerSecond += (stepsPerSecond == 0 ? 1 : SMOOTHING) * (iteration.stepsPerSecond() - stepsPerSecond);
        bestScore = best;
        long interval = terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
        if (quiet || hasShown && nanoTime - lastShown < interval) {
            return;
        }
        hasShown = true;
        lastShown = nanoTime;
        String line = line(iteration, totalSteps, restarts);
        if (terminal) {
            out.print('\r' + line + " ".repeat(Math.max(0, shownLength - line.length())));
            out.flush();
            shownLength = line.length();
        } else {
            out.println(line);
        }
    }

    private String line(IterationRecord iteration, long totalSteps, long restarts) {
        long steps = iteration.report().steps();
        double share = Math.min(1, (double) steps / totalSteps);
        StringBuilder line = new StringBuilder();
        if (terminal) {
            int filled = (int) Math.round(share * BAR_WIDTH);
            line.append('[')
                    .append("#".repeat(filled))
                    .append(".".repeat(BAR_WIDTH - filled))
                    .append("] ");
        }
        line.append(format("%3.0f %%  %,d / %,d steps  %,.0f steps/s", 100 * share, steps, totalSteps, stepsPerSecond));
        iteration.episodeReturn().ifPresent(mean -> line.append(format("  return %.1f", mean)));
        line.append(gameFigures(iteration));
        if (Double.isFinite(bestScore)) {
            line.append(format("  best evaluation %.1f", bestScore));
        }
        if (restarts > 0) {
            line.append(format("  %,d restarted", restarts));
        }
        return line.append("  ").append(timeLeft(totalSteps - steps)).toString();
    }

    /** What the game itself counts; of many figures the first, since a line is short. */
    private static String gameFigures(IterationRecord iteration) {
        Map<String, Map<GameFigure, Double>> byBehavior = iteration.report().gameFigures();
        return byBehavior.entrySet().stream()
                .flatMap(behavior -> behavior.getValue().entrySet().stream()
                        .map(figure -> (byBehavior.size() == 1 ? "" : behavior.getKey() + " ")
                                + format("%s %.3g", figure.getKey().name(), figure.getValue())))
                .limit(MOST_FIGURES)
                .map(figure -> "  " + figure)
                .collect(Collectors.joining());
    }

    private String timeLeft(long steps) {
        long seconds = Math.round(Math.max(0, steps) / Math.max(1, stepsPerSecond));
        return seconds >= 3600
                ? format("%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : format("%d:%02d left", seconds / 60, seconds % 60);
    }

    /** Prints a message, which does not end with a newline, on lines of its own. */
    public void message(String text) {
        if (terminal && shownLength > 0) {
            out.print('\r' + " ".repeat(shownLength) + '\r');
            shownLength = 0;
        }
        out.println(text);
        out.flush();
    }

    /** Leaves the last line standing. */
    void end() {
        if (terminal && shownLength > 0) {
            out.println();
            shownLength = 0;
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
