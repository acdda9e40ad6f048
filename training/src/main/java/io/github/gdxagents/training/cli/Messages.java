package io.github.gdxagents.training.cli;

import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.evaluation.ReturnStatistics;
import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.rollout.GameFigure;
import io.github.gdxagents.training.run.Advice;
import io.github.gdxagents.training.run.ProgressDisplay;
import io.github.gdxagents.training.run.RunDirectory;
import io.github.gdxagents.training.run.RunProgress;
import io.github.gdxagents.training.run.RunSummary;
import io.github.gdxagents.training.run.StatusLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the commands print. */
record Messages(PrintWriter out) {
    void begin(String game, TrainingConfig config, RunDirectory directory) {
        line(
                "Training %s, seed %d, %,d steps on %d instances. The run is kept in %s",
                game, config.seed(), config.ppo().totalSteps(), config.rollout().instances(), directory);
    }

    ProgressDisplay display(boolean quiet) {
        return quiet ? ProgressDisplay.quiet(out) : new ProgressDisplay(out, StatusLine.hasTerminal());
    }

    void summary(RunSummary summary) {
        if (!summary.finished()) {
            line("Stopped after %,d steps; everything is saved.", summary.steps());
            lesson(summary);
            faults(summary);
            warnings(summary.warnings());
            line("Report:  %s", summary.directory().report());
            text(Advice.goOn(summary.game(), summary.directory()));
            return;
        }
        RunProgress progress = summary.progress();
        line("Trained for %,d steps in %.1f s.", summary.steps(), progress.seconds());
        if (progress.hasReachedTarget()) {
            line(
                    "The target was first reached after %,d steps, %.1f s after the JVM's start.",
                    progress.targetSteps(), progress.targetSeconds());
        }
        lesson(summary);
        line("Best policy (after %,d steps), on episodes not seen in training:", progress.bestSteps());
        result(summary.evaluation());
        faults(summary);
        warnings(summary.warnings());
        for (Path file : summary.bestPolicies()) {
            line("Policy:  %s", file);
        }
        text(Advice.watch(summary.game(), summary.directory(), summary.bestPolicies()));
        line("Report:  %s", summary.directory().report());
    }

    private void lesson(RunSummary summary) {
        Lesson lesson = summary.lesson();
        if (lesson.isOne()) {
            line(
                    lesson.isLast()
                            ? "Lesson at the end: %s, the last."
                            : "Lesson at the end: %s; those after it never began. Give it more steps, or ask for less in its until.",
                    lesson);
        }
    }

    private void faults(RunSummary summary) {
        if (summary.progress().restarts() > 0) {
            line(
                    "%,d instances of the game broke and were restarted; replays are in %s",
                    summary.progress().restarts(), summary.directory().faults());
        }
        if (summary.progress().backOffs() > 0) {
            line(
                    "Learning broke %,d times; each time the learning rate was halved.",
                    summary.progress().backOffs());
        }
    }

    /** In short: each was told in full when it began. */
    private void warnings(List<HealthWarning> warnings) {
        if (!warnings.isEmpty()) {
            line("Warnings of this run:");
        }
        for (HealthWarning warning : warnings) {
            line("  %s, %s", warning.titleOfBehavior(), warning.span());
        }
    }

    void result(EvaluationResult evaluation) {
        for (BehaviorResult behavior : evaluation.behaviors()) {
            ReturnStatistics returns = behavior.returns();
            if (returns.episodes() == 0) {
                line("  %s: no episode of an agent ended", behavior.behavior());
                continue;
            }
            line(
                    "  %s: mean return %s ± %s (95 %% confidence, %d episodes), standard deviation %s, median %s, range %s to %s,"
                            + " mean length %s decisions",
                    behavior.behavior(),
                    NumberText.of(returns.mean()),
                    NumberText.of(returns.confidence()),
                    returns.episodes(),
                    NumberText.of(returns.standardDeviation()),
                    NumberText.of(returns.median()),
                    NumberText.of(returns.smallest()),
                    NumberText.of(returns.largest()),
                    NumberText.of(behavior.meanLength()));
            figures(behavior.figures());
        }
    }

    /** What the game itself counts, in means over the agents' episodes. */
    private void figures(Map<GameFigure, Double> figures) {
        figures("    return by term: ", figures, true);
        figures("    ", figures, false);
    }

    private void figures(String label, Map<GameFigure, Double> figures, boolean areRewardTerms) {
        String text = figures.entrySet().stream()
                .filter(figure -> figure.getKey().isRewardTerm() == areRewardTerms)
                .map(figure -> figure.getKey().name() + " " + NumberText.of(figure.getValue()))
                .collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            line("%s%s", label, text);
        }
    }

    /** A game and its settings, whose names may come from a stranger's file; {@code label} is the pattern of what stands before. */
    void game(String label, String game, Map<String, Double> settings) {
        line(label + "%s", "game", game);
        if (!settings.isEmpty()) {
            String texts = settings.entrySet().stream()
                    .map(setting -> setting.getKey() + " = " + setting.getValue())
                    .collect(Collectors.joining(", "));
            line(label + "%s", "settings", texts);
        }
    }

    /** Values may come from a stranger's file: a terminal would obey their control characters, and ends of lines would forge others. */
    void line(String pattern, Object... values) {
        Object[] safe = Arrays.stream(values)
                .map(value -> value instanceof Number ? value : PrintableText.line(String.valueOf(value)))
                .toArray();
        text(format(pattern, safe));
    }

    /** What may have several lines of its own. */
    void text(String lines) {
        out.println(PrintableText.lines(lines));
        out.flush();
    }

    /** A stack trace as text that no terminal obeys, whatever file its messages quote. */
    static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text, true));
        } catch (RuntimeException broken) { // a game's exception may not even be able to say what it is
            text.append(PrintableText.describe(thrown)).append('\n');
        }
        return PrintableText.lines(text.toString());
    }
}
