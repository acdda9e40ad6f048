package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.Map;
import java.util.Optional;

/**
 * Where a figure usually is while training goes well: a first orientation, not a limit.
 *
 * @param from lower end
 * @param to upper end
 */
public record HealthyRange(double from, double to) {
    /** Of the clip fractions on both sides together. */
    public static final HealthyRange CLIPPED = new HealthyRange(0.02, 0.3);

    private static final Map<Metric, HealthyRange> RANGES = Map.of(
            Metric.EXPLAINED_VARIANCE, new HealthyRange(0.5, 1),
            Metric.APPROX_KL, new HealthyRange(0.002, 0.03),
            Metric.KL, new HealthyRange(0.002, 0.05),
            Metric.EFFECTIVE_SAMPLE_SIZE, new HealthyRange(0.9, 1),
            Metric.MAX_RATIO, new HealthyRange(1, 5));

    /**
     * The range of a figure.
     *
     * @param metric any
     * @return nothing for those that depend on the game or the configuration
     */
    public static Optional<HealthyRange> of(Metric metric) {
        return Optional.ofNullable(RANGES.get(metric));
    }

    /**
     * The range in words.
     *
     * @return such as {@code 0.002 to 0.03}
     */
    public String words() {
        return NumberText.of(from) + " to " + NumberText.of(to);
    }
}
