package io.github.gdxagents.training.health;

import io.github.gdxagents.training.metrics.SavedConfig;
import java.util.List;

/**
 * What of a run's configuration its health is judged by.
 *
 * @param klTarget KL divergence that an iteration aims at or is stopped at, or 0 if the run has no such target
 * @param maxGradientNorm to which gradients are clipped, or 0 if unknown
 * @param targetReturn mean return at which the game counts as solved, or infinite
 */
public record HealthSettings(double klTarget, double maxGradientNorm, double targetReturn) {
    /** Wherever a configuration may name a divergence that it wants; 0 is none. */
    private static final List<String> KL_TARGETS =
            List.of("ppo.targetKl", "ppo.learningRateTargetKl", "ppo.objective.klTarget", "ppo.objective.maxKl");

    /** {@return those of a run's configuration; of several KL targets the largest} */
    public static HealthSettings of(SavedConfig config) {
        return new HealthSettings(
                KL_TARGETS.stream()
                        .mapToDouble(key -> config.number(key, 0))
                        .max()
                        .orElse(0),
                config.number("ppo.maxGradientNorm", 0),
                config.number("evaluation.targetReturn", Double.POSITIVE_INFINITY));
    }
}
