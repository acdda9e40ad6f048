package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * Continuous actions are drawn from an ever wider distribution: what the game receives is mostly the ends of the range.
 *
 * <p>Thread safety: none.
 */
final class DeviationGrowth implements HealthRule {
    /** Half of all samples then lie outside [-1, 1], where they are cut off, even around a mean of 0: 2 (1 - Φ(1 / 1.5)) = 0.505. */
    static final double TOO_WIDE = 1.5;
    /** Who starts wide on purpose is told only when it has doubled, */
    static final double GROWTH = 2;
    /** or when five of six samples are cut off, which it may have come to within the first iteration. */
    static final double ABSURD = 5;
    /** The deviation is a parameter and moves slowly, so it need not be watched for long. */
    static final int PATIENCE = 5;

    private static final int START_ITERATIONS = 3;

    private final Start start = new Start(START_ITERATIONS);
    private double deviation;

    @Override
    public String title() {
        return "standard deviation grows without end";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.STANDARD_DEVIATION);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.STANDARD_DEVIATION)) {
            return Finding.UNKNOWN;
        }
        deviation = readings.get(Metric.STANDARD_DEVIATION);
        start.add(deviation);
        return Finding.of(
                deviation > ABSURD || start.isOver() && deviation > TOO_WIDE && deviation > GROWTH * start.mean());
    }

    @Override
    public String words() {
        return "The mean over the actions is " + NumberText.of(deviation) + ", from " + NumberText.of(start.mean())
                + " at the start: most actions are cut off at the ends of [-1, 1]. Lower ppo.entropyCoefficient, or start"
                + " with a smaller network.initialLogStandardDeviation.";
    }
}
