package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * The value function predicts returns worse than their mean would, so it adds noise to the advantages.
 *
 * <p>A figure around 0 is no reason to worry: where the observations don't tell what returns depend on there is nothing to explain. Nor is
 * one below where the errors have become tiny, as in a solved game whose returns are all alike.
 *
 * <p>Thread safety: none.
 */
final class HarmfulValueFunction implements HealthRule {
    /** 0 is as good as a constant. A value function with nothing to learn wavers around it by a hundredth or two; this is beyond. */
    static final double WORSE_THAN_NOTHING = -0.05;
    /** Of the highest value loss so far: errors of a tenth of the first ones' size are no noise to speak of. */
    static final double TINY_LOSS = 0.01;
    /** At the start, and when the policy has just found something new, it may be so for a few iterations. */
    static final int PATIENCE = 20;

    private double highestLoss;
    private double explained;

    @Override
    public String title() {
        return "the value function is worse than none";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.EXPLAINED_VARIANCE);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.EXPLAINED_VARIANCE) || !readings.has(Metric.VALUE_LOSS)) {
            return Finding.UNKNOWN;
        }
        explained = readings.get(Metric.EXPLAINED_VARIANCE);
        double loss = readings.get(Metric.VALUE_LOSS);
        highestLoss = Math.max(highestLoss, loss);
        return Finding.of(explained < WORSE_THAN_NOTHING && loss > TINY_LOSS * highestLoss);
    }

    @Override
    public String words() {
        return "Its explained variance is " + NumberText.of(explained) + " and was negative for " + PATIENCE
                + " iterations; 1 is perfect, 0 as good as a constant. Switch on normalization.rewards, lower"
                + " ppo.learningRate, or change ppo.valueCoefficient.";
    }
}
