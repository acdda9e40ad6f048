package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.List;

/**
 * Most ratios are outside the clip range, where a step has no say in the gradient any more.
 *
 * <p>Thread safety: none.
 */
final class MostSamplesClipped implements HealthRule {
    /** Most is more than half. The bundled games stay below 0.36 in every iteration, and below 0.2 in most. */
    static final double MOST = 0.5;
    /** One iteration may overshoot after a schedule's jump; five are no accident. */
    static final int PATIENCE = 5;

    private double below;
    private double above;

    @Override
    public String title() {
        return "most samples are clipped";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.CLIP_FRACTION_LOWER, Metric.CLIP_FRACTION_UPPER);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        if (!readings.has(Metric.CLIP_FRACTION_LOWER) || !readings.has(Metric.CLIP_FRACTION_UPPER)) {
            return Finding.UNKNOWN;
        }
        below = readings.get(Metric.CLIP_FRACTION_LOWER);
        above = readings.get(Metric.CLIP_FRACTION_UPPER);
        return Finding.of(below + above > MOST);
    }

    @Override
    public String words() {
        return NumberText.percent(below) + " of the ratios are below the clip range and " + NumberText.percent(above)
                + " above it, so most steps teach nothing any more. Lower ppo.learningRate or ppo.epochs, or widen"
                + " ppo.clipRangeLower and ppo.clipRangeUpper.";
    }
}
