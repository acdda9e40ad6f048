package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * A policy of discrete choices has become certain, so it tries nothing else and finds nothing better.
 *
 * <p>Certainty is what was wanted where the training return has reached the target, or where the mean episode is about as good as the best
 * that was ever seen: nothing is said then. Policies with continuous actions are watched by {@link DeviationCollapse}: their entropy may
 * be negative.
 *
 * <p>Thread safety: none.
 */
final class EntropyCollapse implements HealthRule {
    /** Of a policy that takes one of two choices with probability 0.99: 0.056. Below that, hardly a decision is a trial. */
    static final double NEAR_ZERO = 0.05;
    /** A game in which little is to be chosen starts low; a fiftieth of its start is a collapse there too, and a tenth is not. */
    static final double SHARE_OF_START = 0.02;
    /** Of the range of all returns that were seen: what lies closer to the best of them is as good. */
    static final double AS_GOOD = 0.05;
    /** What the instances happen to see moves it from one iteration to the next; five are a trend. */
    static final int PATIENCE = 5;

    private static final int START_ITERATIONS = 3;

    private final double targetReturn;
    private final Start start = new Start(START_ITERATIONS);
    private double entropy;
    private double best = Double.NEGATIVE_INFINITY;
    private double worst = Double.POSITIVE_INFINITY;

    EntropyCollapse(double targetReturn) {
        this.targetReturn = targetReturn;
    }

    @Override
    public String title() {
        return "entropy has collapsed";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.ENTROPY);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.ENTROPY) || readings.has(Metric.STANDARD_DEVIATION)) {
            return Finding.UNKNOWN;
        }
        entropy = readings.get(Metric.ENTROPY);
        start.add(entropy);
        boolean solved = isSolved(readings); // in every iteration: it remembers what it saw
        boolean collapsed = entropy < NEAR_ZERO && entropy < SHARE_OF_START * start.mean();
        return Finding.of(start.isOver() && collapsed && !solved);
    }

    private boolean isSolved(Readings readings) {
        if (!readings.has(Metric.EPISODE_RETURN_MEAN)) {
            return false;
        }
        best = Math.max(best, readings.get(Metric.EPISODE_RETURN_MAX));
        worst = Math.min(worst, readings.get(Metric.EPISODE_RETURN_MIN));
        double mean = readings.get(Metric.EPISODE_RETURN_MEAN);
        return mean >= targetReturn || mean >= best - AS_GOOD * (best - worst);
    }

    @Override
    public String words() {
        return "It is " + NumberText.of(entropy) + " nats, " + NumberText.percent(entropy / start.mean()) + " of the "
                + NumberText.of(start.mean()) + " at the start: the policy hardly tries anything else any more."
                + " If the returns are not what you want yet, raise ppo.entropyCoefficient or ppo.clipRangeUpper,"
                + " or lower ppo.learningRate.";
    }
}
