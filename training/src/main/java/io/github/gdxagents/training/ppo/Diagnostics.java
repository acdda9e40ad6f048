package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.Map;

/**
 * Turns what an iteration measured into {@link Metric}s.
 *
 * <p>Thread safety: stateless.
 */
final class Diagnostics {
    private Diagnostics() {}

    static void report(LearnerReport report, Rollout rollout, Map<Metric, Double> metrics) {
        metrics.put(Metric.POLICY_LOSS, report.mean(Figures::policyLoss));
        metrics.put(Metric.VALUE_LOSS, report.mean(Figures::valueLoss));
        metrics.put(Metric.ENTROPY, report.movement().entropy());
        metrics.put(Metric.APPROX_KL, report.mean(Figures::approxKl));
        metrics.put(Metric.KL, report.movement().kl());
        metrics.put(Metric.TRUST_REGION_STEP, report.trustRegionStep());
        metrics.put(Metric.UPDATES, (double) report.applied());
        metrics.put(Metric.CLIP_FRACTION_LOWER, report.mean(Figures::clipFractionLower));
        metrics.put(Metric.CLIP_FRACTION_UPPER, report.mean(Figures::clipFractionUpper));
        metrics.put(Metric.EFFECTIVE_SAMPLE_SIZE, report.mean(Figures::effectiveSampleSize));
        metrics.put(Metric.MAX_RATIO, report.max(Figures::maxRatio));
        metrics.put(Metric.GRADIENT_NORM, report.mean(Figures::gradientNorm));
        metrics.put(Metric.EXPLAINED_VARIANCE, explainedVariance(rollout));
    }

    static void report(UpdateSettings settings, ActorCritic networks, Map<Metric, Double> metrics) {
        metrics.put(Metric.LEARNING_RATE, settings.learningRate());
        metrics.put(Metric.CLIP_RANGE_LOWER, settings.clipRangeLower());
        metrics.put(Metric.CLIP_RANGE_UPPER, settings.clipRangeUpper());
        metrics.put(Metric.ENTROPY_COEFFICIENT, settings.entropyCoefficient());
        metrics.put(Metric.KL_COEFFICIENT, settings.coefficient());
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
