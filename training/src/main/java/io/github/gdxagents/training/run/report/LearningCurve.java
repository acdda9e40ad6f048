package io.github.gdxagents.training.run.report;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.chart.AxisLabel;
import io.github.gdxagents.training.run.chart.Palette;
import io.github.gdxagents.training.run.chart.Png;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a run's returns over its decisions: training episodes as a line, evaluations as dots with their confidence intervals, the target
 * dashed. A thin line with an axis of its own says how many seconds it had trained by then.
 *
 * <p>With several behaviors it shows their means. Needs no display.
 *
 * <p>Thread safety: none.
 */
public final class LearningCurve {
    /** Points. */
    public static final int WIDTH = 1200;
    /** Points. */
    public static final int HEIGHT = 675;

    private static final float LINE = 2.2f;
    private static final float HAIRLINE = 1.2f;

    private final MetricsTable table;
    private final double[] steps;
    private final String title;
    private final double target;

    /**
     * Prepares a picture.
     *
     * @param table all figures
     * @param title above the picture, or empty
     * @param target mean return, or infinite for none
     */
    public LearningCurve(MetricsTable table, String title, double target) {
        this.table = table;
        this.title = title;
        this.target = target;
        steps = table.column(RunColumn.STEPS);
    }

    /**
     * Draws.
     *
     * @param scale pixels for each point
     * @return PNG, empty if no episode has finished yet
     */
    public byte[] png(int scale) {
        double[] training = table.mean(Metric.EPISODE_RETURN_MEAN);
        double[] evaluations = table.mean(RunColumn.EVALUATION_RETURN_MEAN);
        if (finite(training).length + finite(evaluations).length == 0) {
            return new byte[0];
        }
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("decisions of all agents")
                .yAxisTitle("return of an episode")
                .build();
        style(chart);
        addSeconds(chart);
        addTraining(chart, training);
        addEvaluations(chart, evaluations);
        addTarget(chart);
        return Png.of(chart, scale);
    }

    private static int[] finite(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
    }

    // As floats: with values that differ by a double's last bit the library would never come to the end of an axis.
    private static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> (float) values[i]).toArray();
    }

    private double last() {
        return steps[steps.length - 1];
    }

    private void addSeconds(XYChart chart) {
        double[] seconds = table.column(RunColumn.SECONDS);
        double[] x = new double[steps.length + 2];
        double[] y = new double[steps.length + 2];
        // From the beginning, and unevenly: XChart takes evenly spaced values as they are for its tick labels.
        x[1] = steps[0] / 2;
        y[1] = seconds[0] / 2;
        System.arraycopy(steps, 0, x, 2, steps.length);
        System.arraycopy(seconds, 0, y, 2, steps.length);
        XYSeries series = chart.addSeries("seconds of training (right)", x, y);
        line(series, Palette.SIDE, HAIRLINE);
        series.setYAxisGroup(1);
        chart.setYAxisGroupTitle(1, "seconds of training");
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.getStyler().setYAxisMin(1, 0.0);
    }

    private void addTraining(XYChart chart, double[] returns) {
        int[] there = finite(returns);
        if (there.length > 0) {
            XYSeries series = chart.addSeries("training, last 100 episodes", pick(steps, there), pick(returns, there));
            line(series, Palette.TRAINING, LINE);
        }
    }

    private void addEvaluations(XYChart chart, double[] returns) {
        int[] there = finite(returns);
        if (there.length == 0) {
            return;
        }
        double[] confidence = Arrays.stream(pick(table.mean(RunColumn.EVALUATION_RETURN_CONFIDENCE), there))
                .map(width -> Double.isFinite(width) ? width : 0)
                .toArray();
        XYSeries series = chart.addSeries(
                "evaluation, mean and 95 % interval", pick(steps, there), pick(returns, there), confidence);
        line(series, Palette.EVALUATION, HAIRLINE);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(Palette.EVALUATION);
    }

    private void addTarget(XYChart chart) {
        if (Double.isFinite(target)) {
            XYSeries series = chart.addSeries("target", new double[] {0, last()}, new double[] {target, target});
            line(series, Palette.TARGET, HAIRLINE);
            series.setLineStyle(
                    new BasicStroke(HAIRLINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0));
        }
    }

    private static void line(XYSeries series, Color color, float width) {
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineWidth(width);
    }

    private void style(XYChart chart) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Palette.INK)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 19))
                .setChartTitlePadding(12)
                .setChartTitleBoxVisible(false)
                .setChartTitleVisible(!title.isEmpty())
                .setChartPadding(20)
                .setLegendPosition(Styler.LegendPosition.InsideSE)
                .setLegendFont(text)
                .setLegendPadding(14)
                .setLegendBorderColor(Palette.FAINT)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setAntiAlias(true);
        chart.getStyler()
                .setPlotGridLinesColor(Palette.FAINT)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTickLabelsFont(text)
                .setAxisTitleFont(text)
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.INK)
                .setAxisTitlePadding(12)
                .setErrorBarsColor(Palette.EVALUATION)
                .setXAxisMin(0.0)
                .setXAxisMax(last())
                .setXAxisTickLabelsFormattingFunction(AxisLabel::label)
                .setYAxisDecimalPattern("#,##0.##")
                .setLocale(Locale.ROOT);
    }
}
