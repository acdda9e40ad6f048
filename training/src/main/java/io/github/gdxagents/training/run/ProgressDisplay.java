package io.github.gdxagents.training.run;

import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.rollout.GameFigure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows how far a run is: in a terminal one line that is written over, elsewhere a plain line every few seconds.
 *
 * <p>It writes between iterations, from the thread that trains: nothing draws on the terminal while the run is saved after Ctrl-C.
 */
public final class ProgressDisplay {
    private static final Duration INTERVAL = Duration.ofMillis(150);
    private static final int MOST_FIGURES = 4;
    /** How much of the past the shown speed has forgotten after one more iteration. */
    private static final double SMOOTHING = 0.1;

    private final PrintWriter out;
    private final StatusLine status;
    private final boolean quiet;
    private double stepsPerSecond;

    /** Shows one line in a terminal, plain lines in a file or a pipe. */
    public ProgressDisplay(PrintWriter out, boolean isTerminal) {
        this(out, isTerminal, false);
    }

    private ProgressDisplay(PrintWriter out, boolean isTerminal, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
        status = new StatusLine(out, isTerminal, INTERVAL);
    }

    /** {@return a display of messages alone, without progress} */
    public static ProgressDisplay quiet(PrintWriter out) {
        return new ProgressDisplay(out, false, true);
    }

    /** Shows an iteration, unless the last was shown a moment ago. */
    void show(IterationRecord iteration, long totalSteps, double best, long restarts, long nanoTime) {
        if (Double.isFinite(iteration.stepsPerSecond())) { // a clock need not have ticked
            stepsPerSecond += (stepsPerSecond == 0 ? 1 : SMOOTHING) * (iteration.stepsPerSecond() - stepsPerSecond);
        }
        if (!quiet) {
            status.show(line(iteration, totalSteps, best, restarts), nanoTime);
        }
    }

    /** Shows how far something else is that takes long. */
    void show(String line) {
        if (!quiet) {
            status.show(line, System.nanoTime());
        }
    }

    private String line(IterationRecord iteration, long totalSteps, double best, long restarts) {
        long steps = iteration.report().steps();
        double share = Math.min(1, (double) steps / totalSteps);
        StringBuilder line = new StringBuilder(status.isTerminal ? StatusLine.bar(share) : "");
        line.append(format("%3.0f %%  %,d / %,d steps  %,.0f steps/s", 100 * share, steps, totalSteps, stepsPerSecond));
        if (iteration.report().lesson().isOne()) {
            line.append("  lesson " + iteration.report().lesson());
        }
        iteration.report().episodeReturn().ifPresent(mean -> line.append("  return " + NumberText.of(mean)));
        line.append(gameFigures(iteration));
        if (Double.isFinite(best)) {
            line.append("  best evaluation " + NumberText.of(best));
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
                                + figure.getKey().name() + " " + NumberText.of(figure.getValue())))
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
        status.erase();
        out.println(PrintableText.lines(text)); // it may quote what a game threw
        out.flush();
    }

    /** Leaves the last line standing. */
    void end() {
        status.end();
    }
}
