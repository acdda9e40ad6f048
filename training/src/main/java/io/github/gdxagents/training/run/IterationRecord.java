package io.github.gdxagents.training.run;

import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is written down after an iteration.
 *
 * @param report of the trainer
 * @param seconds that the run has trained, over all its parts
 * @param stepsPerSecond decisions of this iteration per second of it, its evaluation left out
 * @param evaluation after it, or null if there was none
 */
record IterationRecord(IterationReport report, double seconds, double stepsPerSecond, EvaluationResult evaluation) {
    /** The mean return of training episodes, averaged over the behaviors that finished any. */
    OptionalDouble episodeReturn() {
        return report.metrics().values().stream()
                .map(metrics -> metrics.get(Metric.EPISODE_RETURN_MEAN))
                .filter(value -> value != null && !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Scalars for TensorBoard, by tag; with several behaviors each tag begins with the behavior's name. */
    Map<String, Double> scalars() {
        Map<String, Double> scalars = new LinkedHashMap<>();
        boolean single = report.metrics().size() == 1;
        report.metrics()
                .forEach((behavior, metrics) -> metrics.forEach((metric, value) -> {
                    if (value != null && !value.isNaN()) {
                        scalars.put((single ? "" : behavior + "/") + metric.tensorBoardTag(), value);
                    }
                }));
        report.metrics().forEach((behavior, metrics) -> asElsewhere(single ? "" : behavior + "/", metrics, scalars));
        scalars.put("time/fps", stepsPerSecond);
        scalars.put("time/iterations", (double) report.iteration());
        scalars.put("time/time_elapsed", seconds);
        scalars.put("time/simulation_seconds", report.simulationSeconds());
        scalars.put("time/inference_seconds", report.inferenceSeconds());
        scalars.put("time/learning_seconds", report.learningSeconds());
        if (evaluation != null) {
            for (BehaviorResult result : evaluation.behaviors()) {
                String prefix = single ? "" : result.behavior() + "/";
                scalars.put(prefix + "eval/mean_reward", result.returns().mean());
                scalars.put(prefix + "eval/mean_ep_length", result.meanLength());
            }
        }
        return scalars;
    }

    /** Under the tags of Stable-Baselines3 stand its figures, so that curves can be laid over each other. */
    private static void asElsewhere(String prefix, Map<Metric, Double> metrics, Map<String, Double> scalars) {
        Double entropy = metrics.get(Metric.ENTROPY);
        if (entropy != null && !entropy.isNaN()) {
            scalars.put(prefix + "train/entropy_loss", -entropy);
        }
        Double valueLoss = metrics.get(Metric.VALUE_LOSS);
        if (valueLoss != null && !valueLoss.isNaN()) {
            scalars.put(
                    prefix + "train/value_loss", 2 * valueLoss); // there it is the mean squared error, not half of it
        }
        Double lower = metrics.get(Metric.CLIP_FRACTION_LOWER);
        Double upper = metrics.get(Metric.CLIP_FRACTION_UPPER);
        if (lower != null && upper != null) {
            scalars.put(prefix + "train/clip_fraction", lower + upper);
        }
    }
}
