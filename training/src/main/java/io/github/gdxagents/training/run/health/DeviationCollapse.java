package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * Continuous actions are drawn from so narrow a distribution that the policy tries nothing else.
 *
 * <p>Thread safety: none.
 */
final class DeviationCollapse implements HealthRule {
    /** One per cent of the range of an action, [-1, 1]: finer steering than games need. */
    static final double NEAR_ZERO = 0.02;
    /** Who starts narrow on purpose (a negative initialLogStandardDeviation) is not told for it. */
    static final double SHARE_OF_START = 0.1;
    /** The deviation is a parameter and moves slowly, so it need not be watched for long. */
    static final int PATIENCE = 5;

    private static final int START_ITERATIONS = 3;

    private final Start start = new Start(START_ITERATIONS);
    private double deviation;

    @Override
    public String title() {
        return "standard deviation has collapsed";
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
        return Finding.of(start.isOver() && deviation < NEAR_ZERO && deviation < SHARE_OF_START * start.mean());
    }

    @Override
    public String words() {
        return "The mean over the actions is " + NumberText.of(deviation) + ", from " + NumberText.of(start.mean())
                + " at the start: the policy hardly tries anything else any more. If the returns are not what you want"
                + " yet, raise ppo.entropyCoefficient or ppo.clipRangeUpper, or lower ppo.learningRate.";
    }
}
