package io.github.gdxagents.training.health;

import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.NumberText;
import java.util.List;

/**
 * Something that went wrong in a run.
 *
 * @param behavior whose training it is, or empty if the game has no other
 * @param title what is wrong, in a few words
 * @param words its figures when it was told, what they mean and what to try
 * @param watched the figures that show it
 * @param began the first iteration that looked ill
 * @param ended the last one, or null while it lasts
 */
public record HealthWarning(
        String behavior, String title, String words, List<Metric> watched, Moment began, Moment ended) {
    /** An iteration by its number, from 1, and the decisions of all slots after it. */
    public record Moment(int iteration, long steps) {}

    /** Copies the list. */
    public HealthWarning {
        watched = List.copyOf(watched);
    }

    /** The same, when the run has recovered from it; or, with null, while it lasted. */
    HealthWarning until(Moment last) {
        return new HealthWarning(behavior, title, words, watched, began, last);
    }

    /** {@return whether it was still wrong in the last iteration that was looked at, rather than recovered from} */
    public boolean lasts() {
        return ended == null;
    }

    /** {@return when it was wrong, in words} */
    public String span() {
        String since = "iteration " + began.iteration() + " (" + NumberText.count(began.steps()) + " steps)";
        return lasts()
                ? "since " + since
                : "from " + since + " to " + ended.iteration() + " (" + NumberText.count(ended.steps()) + ")";
    }

    /** {@return the warning as it is told while the run goes on, in whole sentences} */
    public String message() {
        return "Warning: " + titleOfBehavior() + ", " + span() + ". " + words;
    }

    /** {@return what is wrong, and with which behavior if there are several, in a few words} */
    public String titleOfBehavior() {
        return behavior.isEmpty() ? title : "behavior '" + behavior + "': " + title;
    }
}
