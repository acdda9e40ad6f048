package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Turns what an iteration measured into {@link Metric}s. */
final class Diagnostics {
    private Diagnostics() {}

    /** Reports what some updates, at least one, did, and the figures of the rollout after them. */
    static void report(
            List<Update> updates, Figures figures, boolean hasReference, Rollout rollout, Map<Metric, Double> metrics) {
        metrics.put(Metric.POLICY_LOSS, mean(updates, Figure.POLICY_LOSS));
        metrics.put(Metric.VALUE_LOSS, mean(updates, Figure.VALUE_LOSS));
        metrics.put(Metric.ENTROPY, figures.get(Figure.ENTROPY));
        metrics.put(Metric.APPROX_KL, mean(updates, Figure.APPROX_KL));
        metrics.put(Metric.KL, figures.get(Figure.KL));
        if (hasReference) {
            metrics.put(Metric.REFERENCE_KL, figures.get(Figure.REFERENCE_KL));
        }
        metrics.put(Metric.UPDATES, (double)
                updates.stream().filter(Update::isApplied).count());
        metrics.put(Metric.CLIP_FRACTION_LOWER, mean(updates, Figure.CLIP_FRACTION_LOWER));
        metrics.put(Metric.CLIP_FRACTION_UPPER, mean(updates, Figure.CLIP_FRACTION_UPPER));
        metrics.put(
                Metric.EFFECTIVE_SAMPLE_SIZE,
                mean(updates, update -> update.figures().effectiveSampleSize()));
        metrics.put(Metric.GRADIENT_FRACTION, mean(updates, Figure.GRADIENT_FRACTION));
        metrics.put(
                Metric.MAX_RATIO,
                updates.stream()
                        .mapToDouble(update -> update.figures().get(Figure.RATIO_MAX))
                        .max()
                        .orElse(Double.NaN));
        metrics.put(Metric.GRADIENT_NORM, mean(updates, Update::gradientNorm));
        metrics.put(Metric.EXPLAINED_VARIANCE, explainedVariance(rollout));
    }

    private static double mean(List<Update> updates, Figure figure) {
        return mean(updates, update -> update.figures().get(figure));
    }

    private static double mean(List<Update> updates, ToDoubleFunction<Update> figure) {
        return updates.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Reports what was learned with. */
    static void report(Coefficients coefficients, ActorCritic networks, Map<Metric, Double> metrics) {
        metrics.put(Metric.LEARNING_RATE, coefficients.get(Coefficient.LEARNING_RATE));
        metrics.put(Metric.CLIP_RANGE_LOWER, coefficients.get(Coefficient.CLIP_RANGE_LOWER));
        metrics.put(Metric.CLIP_RANGE_UPPER, coefficients.get(Coefficient.CLIP_RANGE_UPPER));
        metrics.put(Metric.ENTROPY_COEFFICIENT, coefficients.get(Coefficient.ENTROPY));
        metrics.put(Metric.KL_COEFFICIENT, coefficients.get(Coefficient.ADAPTED));
        float[] logs = networks.logStandardDeviation();
        if (logs.length > 0) {
            double sum = 0;
            for (float log : logs) {
                sum += Math.exp(log);
            }
            metrics.put(Metric.STANDARD_DEVIATION, sum / logs.length);
        }
    }

    /** 1 - Var(R - V) / Var(R): 1 is a perfect value function, 0 as good as a constant. NaN if all returns are equal. */
    static double explainedVariance(Rollout rollout) {
        int[] rows = rollout.rows();
        double returnSum = 0;
        double errorSum = 0;
        for (int row : rows) {
            returnSum += rollout.returns[row];
            errorSum += rollout.returns[row] - rollout.values[row];
        }
        double returnSquares = 0;
        double errorSquares = 0;
        for (int row : rows) {
            double centeredReturn = rollout.returns[row] - returnSum / rows.length;
            double centeredError = rollout.returns[row] - rollout.values[row] - errorSum / rows.length;
            returnSquares += centeredReturn * centeredReturn;
            errorSquares += centeredError * centeredError;
        }
        return returnSquares == 0 ? Double.NaN : 1 - errorSquares / returnSquares;
    }
}
