package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import java.util.Map;

/**
 * The figures of one behavior in one iteration, as {@code metrics.csv} has them: with the precision of a float. So a check that reads
 * the file finds the very same as one that went along with the run.
 *
 * <p>Thread safety: immutable, as long as nobody changes the map.
 */
record Readings(Map<Metric, Double> figures) {
    /** A figure, or NaN if the iteration doesn't have it. */
    double get(Metric metric) {
        Double value = figures.get(metric);
        return value == null ? Double.NaN : value.floatValue();
    }

    /** Whether the iteration has a figure. */
    boolean has(Metric metric) {
        return !Double.isNaN(get(metric));
    }
}
