package io.github.gdxagents.training.metrics;

import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.Map;

/**
 * What is written down after an iteration.
 *
 * @param seconds that the run has trained, over all its parts
 * @param stepsPerSecond decisions of this iteration per second of it, its evaluation left out
 * @param evaluation after it, or null if there was none
 */
public record IterationRecord(
        IterationReport report, double seconds, double stepsPerSecond, EvaluationResult evaluation) {
    /** A figure that the game itself reports of a behavior, or NaN if no episode has ended yet. */
    double gameFigure(String behavior, GameFigure figure) {
        return report.gameFigures().getOrDefault(behavior, Map.of()).getOrDefault(figure, Double.NaN);
    }

    /** A figure of a behavior, or NaN if the iteration doesn't have it. */
    double metric(String behavior, Metric metric) {
        return report.metrics().getOrDefault(behavior, Map.of()).getOrDefault(metric, Double.NaN);
    }
}
