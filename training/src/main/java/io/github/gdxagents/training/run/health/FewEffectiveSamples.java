package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * The new policy differs so much from the one that gathered the rollout that a few steps outweigh all others.
 *
 * <p>Thread safety: none.
 */
final class FewEffectiveSamples implements HealthRule {
    /** As if half of the rollout had been thrown away. The bundled games stay above 0.93 in every iteration. */
    static final double LOW = 0.5;
    /** A single large ratio may spoil one iteration; five of them are no accident. */
    static final int PATIENCE = 5;

    private double share;

    @Override
    public String title() {
        return "the effective sample size is low";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.EFFECTIVE_SAMPLE_SIZE, Metric.MAX_RATIO);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.EFFECTIVE_SAMPLE_SIZE)) {
            return Finding.UNKNOWN;
        }
        share = readings.get(Metric.EFFECTIVE_SAMPLE_SIZE);
        return Finding.of(share < LOW);
    }

    @Override
    public String words() {
        return "A rollout counts for " + NumberText.percent(share)
                + " of its steps: the rest is outweighed by steps that the new policy finds far likelier than the old one."
                + " Lower ppo.epochs or ppo.learningRate, or narrow ppo.clipRangeUpper.";
    }
}
