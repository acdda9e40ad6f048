package io.github.gdxagents.training.run;

import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.health.HealthWarning;
import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param game its name, as configured
 * @param directory where it is kept
 * @param finished whether it is over; if not, it was stopped and can go on
 * @param steps decisions of all slots
 * @param seconds of training, over all its parts
 * @param evaluation of the best policy on episodes that it was not chosen by, or null if the run was stopped
 * @param bestPolicies the files, empty if none has been evaluated yet
 * @param bestSteps decisions after which the best policy was made
 * @param targetSteps decisions when an evaluation first reached the target, or -1
 * @param targetSeconds seconds from the JVM's start to then (plus those of the run's earlier parts), or -1
 * @param restarts instances of the game that broke and were made anew
 * @param backOffs how often learning broke and went on with half the learning rate
 * @param warnings what went wrong on the way, in the order in which it was told
 */
public record RunSummary(
        String game,
        RunDirectory directory,
        boolean finished,
        long steps,
        double seconds,
        EvaluationResult evaluation,
        List<Path> bestPolicies,
        long bestSteps,
        long targetSteps,
        double targetSeconds,
        long restarts,
        int backOffs,
        List<HealthWarning> warnings) {
    /** Copies the lists. */
    public RunSummary {
        bestPolicies = List.copyOf(bestPolicies);
        warnings = List.copyOf(warnings);
    }
}
