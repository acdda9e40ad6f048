package io.github.gdxagents.training.run.report;

import io.github.gdxagents.training.run.chart.AxisRange;
import io.github.gdxagents.training.run.chart.Palette;
import io.github.gdxagents.training.run.chart.Plot;
import io.github.gdxagents.training.run.chart.Png;
import io.github.gdxagents.training.run.health.HealthWarning;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import io.github.gdxagents.training.run.report.Curve.Role;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draws a panel: over the steps, with its healthy range and the spans of warnings behind its curves.
 *
 * <p>Thread safety: immutable.
 */
final class PanelPicture {
    static final int WIDTH = 380;
    static final int HEIGHT = 170;
    private static final int SCALE = 2;
    private static final int FONT_SIZE = 11;
    private static final double BAND_OPACITY = 0.18;

    private final MetricsTable table;
    private final String behavior;
    private final Panel panel;
    private final List<HealthWarning> warnings;

    /** Of one behavior's figures, with the warnings of all. */
    PanelPicture(MetricsTable table, String behavior, Panel panel, List<HealthWarning> warnings) {
        this.table = table;
        this.behavior = behavior;
        this.panel = panel;
        this.warnings = warnings;
    }

    /** Whether the run has the figures: a game of discrete choices has no standard deviation. */
    boolean hasFigures() {
        return shownValues().anyMatch(Double::isFinite);
    }

    /** The last value of the curve that the panel is about. */
    double last() {
        double[] values = panel.curves().get(0).values(table, behavior);
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .reduce((first, second) -> second)
                .orElse(Double.NaN);
    }

    private DoubleStream shownValues() {
        return panel.curves().stream().flatMapToDouble(curve -> Arrays.stream(curve.values(table, behavior)));
    }

    /** PNG. */
    byte[] png() {
        double[] steps = table.column(RunColumn.STEPS);
        AxisRange x = AxisRange.fromZero(steps[steps.length - 1]);
        AxisRange y = panel.sizes() ? AxisRange.ofSizes(shownValues()) : AxisRange.of(shownValues());
        Plot plot = new Plot(WIDTH, HEIGHT, FONT_SIZE, x, y);
        if (panel.healthy() != null) {
            plot.shadeValues(panel.healthy().from(), panel.healthy().to(), Palette.HEALTHY);
        }
        for (HealthWarning warning : warnings) {
            if (isAbout(warning)) {
                double end = warning.lasts() ? x.to() : warning.ended().steps();
                plot.shadeSpan(warning.began().steps(), end, Palette.ILL);
            }
        }
        if (has(Role.LOW)) {
            plot.band(steps, values(Role.LOW), values(Role.HIGH), Palette.pale(Palette.TRAINING, BAND_OPACITY));
        }
        Color side = Palette.EVALUATION;
        for (Curve curve : panel.curves()) {
            if (curve.role() == Role.MAIN) {
                plot.line(curve.name(), steps, curve.values(table, behavior), Palette.TRAINING);
            } else if (curve.role() == Role.SIDE) {
                plot.thinLine(curve.name(), steps, curve.values(table, behavior), side);
                side = Palette.TARGET;
            }
        }
        return Png.of(plot.chart(), SCALE);
    }

    private boolean isAbout(HealthWarning warning) {
        return warning.behavior().equals(behavior)
                && warning.watched().stream().anyMatch(metric -> panel.shows(metric.column()));
    }

    private boolean has(Role role) {
        return panel.curves().stream().anyMatch(curve -> curve.role() == role);
    }

    private double[] values(Role role) {
        return panel.curves().stream()
                .filter(curve -> curve.role() == role)
                .findFirst()
                .orElseThrow()
                .values(table, behavior);
    }
}
