package io.github.gdxagents.training.run.report;

import io.github.gdxagents.training.run.health.HealthyRange;
import java.util.List;

/**
 * A small picture of one figure, or of a few that belong together.
 *
 * @param title what it shows
 * @param meaning one line about it
 * @param curves that are drawn, the one of which the last value is written above first
 * @param healthy where the figure usually is while training goes well, or null
 * @param sizes whether small values beside large ones matter, so that the axis may be logarithmic
 */
record Panel(String title, String meaning, List<Curve> curves, HealthyRange healthy, boolean sizes) {
    static Panel of(String title, String meaning, Curve... curves) {
        return new Panel(title, meaning, List.of(curves), null, false);
    }

    Panel healthy(HealthyRange range) {
        return new Panel(title, meaning, curves, range, sizes);
    }

    Panel ofSizes() {
        return new Panel(title, meaning, curves, healthy, true);
    }

    /** Whether a figure is in it. */
    boolean shows(String column) {
        return curves.stream().anyMatch(curve -> curve.columns().contains(column));
    }
}
