package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * The values run away from the returns. A loss that rises because returns do is no reason to worry: there the value function goes along
 * and its explained variance stays above 0.
 *
 * <p>Thread safety: none.
 */
final class ValueLossExplosion implements HealthRule {
    /** The loss is highest at the start, when nothing is known; ten times that is another order of magnitude. */
    static final double GROWTH = 10;
    /** The errors vary twice as much as the returns: it is not the returns that have become large. */
    static final double EXPLAINED_VARIANCE = -1;
    /** It grows by factors and should be told soon; one odd rollout does not last three iterations. */
    static final int PATIENCE = 3;

    private static final int START_ITERATIONS = 10;

    private double highestAtStart;
    private int iterations;
    private double loss;
    private double explained;

    @Override
    public String title() {
        return "the value loss explodes";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.VALUE_LOSS, Metric.EXPLAINED_VARIANCE);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.VALUE_LOSS) || !readings.has(Metric.EXPLAINED_VARIANCE)) {
            return Finding.UNKNOWN;
        }
        loss = readings.get(Metric.VALUE_LOSS);
        explained = readings.get(Metric.EXPLAINED_VARIANCE);
        if (iterations < START_ITERATIONS) {
            iterations++;
            highestAtStart = Math.max(highestAtStart, loss);
            return Finding.WELL;
        }
        return Finding.of(loss > GROWTH * highestAtStart && explained < EXPLAINED_VARIANCE);
    }

    @Override
    public String words() {
        return "It is " + NumberText.of(loss) + ", " + NumberText.of(loss / highestAtStart)
                + " times the highest of the first " + START_ITERATIONS + " iterations, with an explained variance of "
                + NumberText.of(explained) + ": the values run away from the returns. Lower ppo.learningRate or"
                + " ppo.maxGradientNorm, switch on normalization.rewards, or set ppo.valueClipRange.";
    }
}
