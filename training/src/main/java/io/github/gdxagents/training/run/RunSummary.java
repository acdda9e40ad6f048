package io.github.gdxagents.training.run;

import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.health.HealthWarning;
import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param finished whether it is over; if not, it was stopped and can go on
 * @param steps decisions of all slots
 * @param lesson of the curriculum that it ended in
 * @param progress what else is known of it, such as when the target was reached
 * @param evaluation of the best policy on episodes that it was not chosen by, or null if the run was stopped
 * @param bestPolicies the files, empty if none has been evaluated yet
 * @param warnings what went wrong on the way, in the order in which it was told
 */
public record RunSummary(
        String game,
        RunDirectory directory,
        boolean finished,
        long steps,
        Lesson lesson,
        RunProgress progress,
        EvaluationResult evaluation,
        List<Path> bestPolicies,
        List<HealthWarning> warnings) {
    /** Copies the lists. */
    public RunSummary {
        bestPolicies = List.copyOf(bestPolicies);
        warnings = List.copyOf(warnings);
    }
}
