package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import java.util.Map;

/**
 * When policies are evaluated: at a steady pace, and more often while the target is near.
 */
final class EvaluationSchedule {
    private final EvaluationConfig settings;

    EvaluationSchedule(EvaluationConfig settings) {
        this.settings = settings;
    }

    /**
     * Whether it is time.
     *
     * @param report on the iteration whose policies would be evaluated
     * @param hasReachedTarget whether others have reached the target before
     */
    boolean isDue(IterationReport report, boolean hasReachedTarget) {
        boolean hasTarget = settings.targetReturn() < Double.POSITIVE_INFINITY;
        return isMultiple(report.iteration(), settings.everyIterations())
                || hasTarget
                        && !hasReachedTarget
                        && isNearTarget(report)
                        && isMultiple(report.iteration(), settings.nearTarget().everyIterations());
    }

    private static boolean isMultiple(int iteration, int every) {
        return every > 0 && iteration % every == 0;
    }

    private boolean isNearTarget(IterationReport report) {
        double nearness = report.metrics().values().stream()
                .mapToDouble(EvaluationSchedule::meanReturn)
                .average()
                .orElse(Double.NaN);
        return nearness >= settings.nearTarget().trainingReturn();
    }

    /** Not a number until an episode has ended: neither near nor far. */
    private static double meanReturn(Map<Metric, Double> behavior) {
        return behavior.getOrDefault(Metric.EPISODE_RETURN_MEAN, Double.NaN);
    }
}
