package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * Gradients are cut down to a tiny part of their length, update after update: one loss drowns the other, and the clip no longer tells an
 * odd minibatch from an ordinary one.
 *
 * <p>Thread safety: none.
 */
final class GradientFarAboveClip implements HealthRule {
    /**
     * The bundled lander learns well with gradients 30 times longer than their clip: Adam does not care for their common scale. An order of
     * magnitude above that, one minibatch with an outlier counts as much as hundreds without.
     */
    static final double TIMES = 200;
    /** It is usual at the start, while the value function knows nothing: in the bundled games for one iteration. */
    static final int PATIENCE = 20;

    private final double clip;
    private double norm;

    /** With the norm to which gradients are clipped, above 0. */
    GradientFarAboveClip(double clip) {
        this.clip = clip;
    }

    @Override
    public String title() {
        return "the gradient is far longer than its clip";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.GRADIENT_NORM);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.GRADIENT_NORM)) {
            return Finding.UNKNOWN;
        }
        norm = readings.get(Metric.GRADIENT_NORM);
        return Finding.of(norm > TIMES * clip);
    }

    @Override
    public String words() {
        return "Its norm is " + NumberText.of(norm) + ", " + NumberText.of(norm / clip) + " times ppo.maxGradientNorm ("
                + NumberText.of(clip) + "), and was more than " + NumberText.of(TIMES) + " times it for " + PATIENCE
                + " iterations: only its direction counts. Switch on normalization.rewards, lower ppo.valueCoefficient,"
                + " or raise ppo.maxGradientNorm.";
    }
}
