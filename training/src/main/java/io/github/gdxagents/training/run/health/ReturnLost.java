package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * The training return has fallen back by more than half of all that it had gained.
 *
 * <p>Not for games in which several behaviors learn: there one loses what the other wins.
 *
 * <p>Thread safety: none.
 */
final class ReturnLost implements HealthRule {
    /** Of the gain from the start to the best. The bundled games never lose more than an eighth of it. */
    static final double LOSS = 0.5;
    /** A gain counts when it is half of the range of the returns at the start: less may have been luck. */
    static final double WORTH = 0.5;
    /** The return is a mean of 100 episodes, which may be those of one or two iterations; five in a row are no bad luck. */
    static final int PATIENCE = 5;

    private static final int START_ITERATIONS = 10;

    private final Start start = new Start(START_ITERATIONS);
    private final Start range = new Start(START_ITERATIONS);
    private double best = Double.NEGATIVE_INFINITY;
    private double present;

    @Override
    public String title() {
        return "what was learned is being lost";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.EPISODE_RETURN_MEAN);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.EPISODE_RETURN_MEAN)) {
            return Finding.UNKNOWN;
        }
        present = readings.get(Metric.EPISODE_RETURN_MEAN);
        start.add(present);
        range.add(readings.get(Metric.EPISODE_RETURN_MAX) - readings.get(Metric.EPISODE_RETURN_MIN));
        best = Math.max(best, present);
        double gain = best - start.mean();
        return Finding.of(range.isOver() && gain > WORTH * range.mean() && best - present > LOSS * gain);
    }

    @Override
    public String words() {
        return "The mean return of training was up to " + NumberText.of(best) + ", from " + NumberText.of(start.mean())
                + " at the start, and is down to " + NumberText.of(present) + ". The best policy is kept. Lower"
                + " ppo.learningRate, let it fall over the run ({start: ..., end: 0}), or lower ppo.epochs.";
    }
}
