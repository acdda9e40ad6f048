package io.github.gdxagents.training.health;

import io.github.gdxagents.training.metrics.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plays made-up iterations to a health check. Each takes 100 steps; figures stay as they are until they are set anew. */
final class HealthScript {
    static final String BEHAVIOR = "lander";

    private final HealthCheck check;
    private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    private final List<HealthWarning> told = new ArrayList<>();
    private int iteration;

    HealthScript(HealthSettings settings) {
        check = new HealthCheck(settings);
    }

    static HealthScript withoutSettings() {
        return new HealthScript(new HealthSettings(0, 0, Double.POSITIVE_INFINITY));
    }

    HealthScript set(Metric metric, double value) {
        figures.put(metric, value);
        return this;
    }

    /** Mean, and a range of 100 around it. */
    HealthScript setReturn(double mean) {
        return set(Metric.EPISODE_RETURN_MEAN, mean)
                .set(Metric.EPISODE_RETURN_MIN, mean - 50)
                .set(Metric.EPISODE_RETURN_MAX, mean + 50);
    }

    HealthScript lesson(int number) {
        check.lesson(number);
        return this;
    }

    HealthScript play(int iterations) {
        for (int i = 0; i < iterations; i++) {
            iteration++;
            told.addAll(check.look(iteration, 100L * iteration, Map.of(BEHAVIOR, figures)));
        }
        return this;
    }

    /** Plays on until something changes, and says at which iteration; -1 if nothing does within a thousand. */
    int playUntilChange() {
        int before = told.size();
        for (int i = 0; i < 1000; i++) {
            play(1);
            if (told.size() > before) {
                return iteration;
            }
        }
        return -1;
    }

    /** Changes so far: warnings that began or ended. */
    List<HealthWarning> told() {
        return told;
    }

    List<HealthWarning> warnings() {
        return check.warnings();
    }

    /** An iteration in which every figure has the same value. */
    static Map<Metric, Double> all(double value) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            figures.put(metric, value);
        }
        return figures;
    }

    HealthWarning only() {
        if (told.size() != 1) {
            throw new AssertionError("expected one change, but there were: " + told);
        }
        return told.get(0);
    }
}
