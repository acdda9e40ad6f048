package io.github.gdxagents.training.metrics;

import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.rollout.GameFigure;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one iteration did, and how many seconds that took, as of {@link IterationColumn}.
 *
 * @param iteration from 1
 * @param steps decisions of all slots since the run began
 * @param lesson of the curriculum that it collected in
 * @param metrics for each behavior, by name, the figures that it has (continuous actions alone have a standard deviation, and so on)
 * @param gameFigures for each behavior, by name, the means of what the game itself reports of the latest episodes
 * @param faults of instances that broke and are made anew; empty unless the configuration wants that
 */
public record IterationReport(
        int iteration,
        long steps,
        Lesson lesson,
        Map<String, Map<Metric, Double>> metrics,
        Map<String, Map<GameFigure, Double>> gameFigures,
        double simulationSeconds,
        double inferenceSeconds,
        double learningSeconds,
        double totalSeconds,
        List<SimulationFault> faults) {
    /** {@return the mean return of the latest training episodes, averaged over the behaviors that ended any} */
    public OptionalDouble episodeReturn() {
        return metrics.values().stream()
                .mapToDouble(behavior -> behavior.getOrDefault(Metric.EPISODE_RETURN_MEAN, Double.NaN))
                .filter(mean -> !Double.isNaN(mean))
                .average();
    }
}
