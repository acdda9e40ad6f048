package io.github.gdxagents.training.run;

import io.github.gdxagents.training.run.LearningHistory.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
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
 * <p>Thread safety: stateless. Needs no display.
 */
final class LearningCurve {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 675;
    private static final Color INK = new Color(0x2b2d42);
    private static final Color FAINT = new Color(0xe6e8ee);
    private static final Color TRAINING = new Color(0x4c78a8);
    private static final Color EVALUATION = new Color(0xe4572e);
    private static final Color TARGET = new Color(0x3a9d5d);
    private static final Color SECONDS = new Color(0xa8adbb);
    private static final float LINE = 2.2f;
    private static final float HAIRLINE = 1.2f;

    private LearningCurve() {}

    /**
     * Draws.
     *
     * @param history read from the metrics
     * @param title above the picture
     * @param target mean return, or infinite for none
     * @param file PNG, replaced
     */
    static void write(LearningHistory history, String title, double target, Path file) throws IOException {
        List<Point> training = having(history, Point::episodeReturn);
        List<Point> evaluations = having(history, Point::evaluation);
        if (training.isEmpty() && evaluations.isEmpty()) {
            return; // no episode has finished yet: there is nothing to draw
        }
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("decisions of all agents, in thousands")
                .yAxisTitle("return of an episode")
                .build();
        style(chart, history);
        addSeconds(chart, history);
        addTraining(chart, training);
        addEvaluations(chart, evaluations);
        addTarget(chart, history, target);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: a cache file would need a shutdown hook, which is refused when Ctrl-C ends the run.
        try (ImageOutputStream image = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", image);
        }
        AtomicFile.write(file, png.toByteArray());
    }

    private static void addSeconds(XYChart chart, LearningHistory history) {
        List<Point> points = new ArrayList<>(history.points());
        Point first = points.get(0);
        // From the beginning, and unevenly: XChart takes evenly spaced values as they are for its tick labels.
        points.add(0, new Point(first.steps() / 2, first.seconds() / 2, Double.NaN, Double.NaN, Double.NaN));
        points.add(0, new Point(0, 0, Double.NaN, Double.NaN, Double.NaN));
        XYSeries series = chart.addSeries(
                "seconds of training (right)",
                column(points, LearningCurve::thousands),
                column(points, Point::seconds));
        line(series, SECONDS, HAIRLINE);
        series.setYAxisGroup(1);
        chart.setYAxisGroupTitle(1, "seconds of training");
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.getStyler().setYAxisMin(1, 0.0);
    }

    private static void addTraining(XYChart chart, List<Point> points) {
        if (!points.isEmpty()) {
            XYSeries series = chart.addSeries(
                    "training, last 100 episodes",
                    column(points, LearningCurve::thousands),
                    column(points, Point::episodeReturn));
            line(series, TRAINING, LINE);
        }
    }

    private static void addEvaluations(XYChart chart, List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        double[] confidence = column(points, point -> Double.isFinite(point.confidence()) ? point.confidence() : 0);
        XYSeries series = chart.addSeries(
                "evaluation, mean and 95 % interval",
                column(points, LearningCurve::thousands), column(points, Point::evaluation), confidence);
        line(series, EVALUATION, HAIRLINE);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(EVALUATION);
    }

    private static void addTarget(XYChart chart, LearningHistory history, double target) {
        if (Double.isFinite(target)) {
            double last = thousands(history.points().get(history.points().size() - 1));
            XYSeries series = chart.addSeries("target", new double[] {0, last}, new double[] {target, target});
            line(series, TARGET, HAIRLINE);
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

    private static void style(XYChart chart, LearningHistory history) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 19))
                .setChartTitlePadding(12)
                .setChartTitleBoxVisible(false)
                .setChartPadding(20)
                .setLegendPosition(Styler.LegendPosition.InsideSE)
                .setLegendFont(text)
                .setLegendBorderColor(FAINT)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setAntiAlias(true);
        chart.getStyler()
                .setPlotGridLinesColor(FAINT)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTickLabelsFont(text)
                .setAxisTitleFont(text)
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(INK)
                .setAxisTitlePadding(12)
                .setErrorBarsColor(EVALUATION)
                .setXAxisMin(0.0)
                .setXAxisMax(thousands(history.points().get(history.points().size() - 1)))
                .setXAxisDecimalPattern("#,##0")
                .setYAxisDecimalPattern("#,##0.##")
                .setLocale(Locale.ROOT);
    }

    private static double thousands(Point point) {
        return point.steps() / 1e3;
    }

    private static List<Point> having(LearningHistory history, ToDoubleFunction<Point> value) {
        List<Point> points = new ArrayList<>(history.points());
        points.removeIf(point -> !Double.isFinite(value.applyAsDouble(point)));
        return points;
    }

    private static double[] column(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
