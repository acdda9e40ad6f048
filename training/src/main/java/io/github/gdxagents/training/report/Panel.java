package io.github.gdxagents.training.report;

import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.Column;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.NumberText;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A small picture of one figure, or of a few that belong together, over the steps: with its healthy range and the spans of warnings behind
 * the curves.
 *
 * @param title what it shows
 * @param meaning one line about it
 * @param main columns whose sum it is about; the last value is written above
 * @param beside columns that are drawn as thin lines
 * @param band columns of the lower and the upper end of a band, or none
 * @param healthy where the figure usually is while training goes well, or null
 * @param sizes whether small values beside large ones matter, so that the axis may be logarithmic
 */
record Panel(
        String title,
        String meaning,
        List<String> main,
        List<String> beside,
        List<String> band,
        Range healthy,
        boolean sizes) {
    static final int WIDTH = 380;
    static final int HEIGHT = 170;
    private static final int SCALE = 2;
    private static final int FONT_SIZE = 11;
    /** Share of the room within the axes; with all of it XChart would leave out the first and last labels. */
    private static final double CONTENT = 0.97;

    private static final float LINE = 1.8f;
    private static final double BAND_OPACITY = 0.18;

    /** A first orientation, not a limit. */
    record Range(double from, double to) {
        @Override
        public String toString() {
            return NumberText.of(from) + " to " + NumberText.of(to);
        }
    }

    static Panel of(String title, String meaning, Column... main) {
        return new Panel(title, meaning, names(main), List.of(), List.of(), null, false);
    }

    private static List<String> names(Column... columns) {
        return Stream.of(columns).map(Column::column).toList();
    }

    Panel beside(Column... columns) {
        return new Panel(title, meaning, main, names(columns), band, healthy, sizes);
    }

    Panel band(Column low, Column high) {
        return new Panel(title, meaning, main, beside, names(low, high), healthy, sizes);
    }

    Panel healthy(double from, double to) {
        return new Panel(title, meaning, main, beside, band, new Range(from, to), sizes);
    }

    Panel ofSizes() {
        return new Panel(title, meaning, main, beside, band, healthy, true);
    }

    /** All columns that are in it. */
    List<String> columns() {
        return Stream.of(main, beside, band).flatMap(List::stream).distinct().toList();
    }

    /** Whether the run has the figures: a game of discrete choices has no standard deviation. */
    boolean isIn(MetricsTable table, String behavior) {
        return values(table, behavior).anyMatch(Double::isFinite);
    }

    /** The last value of the figure that the panel is about. */
    double last(MetricsTable table, String behavior) {
        return Arrays.stream(sum(table, behavior))
                .filter(Double::isFinite)
                .reduce((first, second) -> second)
                .orElse(Double.NaN);
    }

    private DoubleStream values(MetricsTable table, String behavior) {
        Stream<double[]> others =
                Stream.of(beside, band).flatMap(List::stream).map(column -> table.column(behavior, column));
        return Stream.concat(Stream.of(sum(table, behavior)), others).flatMapToDouble(Arrays::stream);
    }

    private double[] sum(MetricsTable table, String behavior) {
        double[] sum = new double[table.size()];
        for (String column : main) {
            double[] values = table.column(behavior, column);
            Arrays.setAll(sum, i -> sum[i] + values[i]);
        }
        return sum;
    }

    /** Draws it as PNG: the figures of one behavior, with those of the warnings that are about them. */
    byte[] png(MetricsTable table, String behavior, List<HealthWarning> warnings) {
        double[] steps = table.column(IterationColumn.STEPS);
        Axis x = Axis.fromZero(steps[steps.length - 1]);
        Axis y = sizes ? Axis.ofSizes(values(table, behavior)) : Axis.of(values(table, behavior));
        Chart chart = chart(x, y);
        if (healthy != null) {
            shade(chart, x.from(), x.to(), y.place(healthy.from()), y.place(healthy.to()), Palette.HEALTHY);
        }
        for (HealthWarning warning : warnings) {
            if (isAbout(warning, behavior)) {
                double end = warning.lasts() ? x.to() : warning.ended().steps();
                double right = Math.min(end, x.to());
                shade(chart, warning.began().steps(), right, y.place(y.from()), y.place(y.to()), Palette.ILL);
            }
        }
        if (!band.isEmpty()) {
            band(chart, y, steps, table.column(behavior, band.get(0)), table.column(behavior, band.get(1)));
        }
        line(chart, y, steps, sum(table, behavior), Palette.TRAINING, LINE);
        for (int i = 0; i < beside.size(); i++) {
            Color color = i == 0 ? Palette.EVALUATION : Palette.TARGET;
            line(chart, y, steps, table.column(behavior, beside.get(i)), color, LINE / 2);
        }
        return Chart.png(SCALE, chart);
    }

    private boolean isAbout(HealthWarning warning, String behavior) {
        return warning.behavior().equals(behavior)
                && warning.watched().stream().anyMatch(metric -> columns().contains(metric.column()));
    }

    private static Chart chart(Axis x, Axis y) {
        Chart chart = new Chart(WIDTH, HEIGHT, 4, FONT_SIZE);
        chart.style().setLegendVisible(false).setPlotContentSize(CONTENT);
        chart.style()
                .setAxisTickMarksColor(Palette.SIDE)
                .setAxisTickMarkLength(3)
                .setXAxisMin(x.from())
                .setXAxisMax(x.to())
                .setYAxisMin(y.place(y.from()))
                .setYAxisMax(y.place(y.to()))
                .setXAxisTickMarkSpacingHint(6 * FONT_SIZE)
                .setYAxisTickMarkSpacingHint(3 * FONT_SIZE)
                .setXAxisTickLabelsFormattingFunction(Axis::text)
                .setYAxisTickLabelsFormattingFunction(y::label)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        // XChart would take the values of evenly spaced data, however odd, for the labels of the axis; of the first
        // series alone.
        double bottom = y.place(y.from());
        double third = x.from() + (x.to() - x.from()) / 3;
        chart.area(new double[] {x.from(), third, x.to()}, new double[] {bottom, bottom, bottom}, Color.WHITE);
        return chart;
    }

    private static void shade(Chart chart, double left, double right, double low, double high, Color color) {
        if (left < right && low < high) {
            chart.band(new double[] {left, right}, new double[] {low, low}, new double[] {high, high}, color);
        }
    }

    private static void band(Chart chart, Axis y, double[] steps, double[] lows, double[] highs) {
        int[] there = Chart.finite(lows, highs);
        if (there.length > 1) {
            Color color = Palette.pale(Palette.TRAINING, BAND_OPACITY);
            chart.band(
                    Chart.at(there, steps), places(y, Chart.at(there, lows)), places(y, Chart.at(there, highs)), color);
        }
    }

    private static void line(Chart chart, Axis y, double[] steps, double[] values, Color color, float width) {
        int[] there = Chart.finite(values);
        if (there.length > 0) {
            String name = color.toString(); // each line has its own
            chart.line(name, Chart.at(there, steps), places(y, Chart.at(there, values)), color, Chart.solid(width))
                    .setMarker(there.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
    }

    private static double[] places(Axis y, double[] values) {
        return Arrays.stream(values).map(y::place).toArray();
    }
}
