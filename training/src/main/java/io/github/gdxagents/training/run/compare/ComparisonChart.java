package io.github.gdxagents.training.run.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws two panels: training returns over steps and over seconds; a line for the median of a group, a band for its range.
 *
 * <p>Thread safety: immutable. Needs no display.
 */
final class ComparisonChart {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 640;
    private static final int BAND_OPACITY = 38;
    private static final float LINE = 2.4f;

    private final String title;
    private final double lowest;

    ComparisonChart(String title, double lowest) {
        this.title = title;
        this.lowest = lowest;
    }

    void write(List<RunGroup> groups, Path file) throws IOException {
        XYChart overSteps =
                chart(title, "decisions of all agents, in thousands", groups, curve -> thousands(curve.steps()));
        XYChart overSeconds = chart(" ", "seconds of training", groups, Curve::seconds);
        overSteps.getStyler().setLegendVisible(false);
        BufferedImage both = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(BitmapEncoder.getBufferedImage(overSteps), 0, 0, null);
        graphics.drawImage(BitmapEncoder.getBufferedImage(overSeconds), WIDTH / 2, 0, null);
        graphics.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(both, "png", out);
        }
    }

    private static double[] thousands(double[] steps) {
        double[] thousands = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            thousands[i] = steps[i] / 1e3;
        }
        return thousands;
    }

    private XYChart chart(String heading, String axisTitle, List<RunGroup> groups, Function<Curve, double[]> axis) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH / 2)
                .height(HEIGHT)
                .title(heading)
                .xAxisTitle(axisTitle)
                .yAxisTitle("return of the last 100 training episodes")
                .build();
        style(chart);
        if (Double.isFinite(lowest)) {
            chart.getStyler().setYAxisMin(lowest);
        }
        for (int i = 0; i < groups.size(); i++) { // bands first: no line may hide beneath one
            band(chart, groups.get(i), axis, color(i));
        }
        for (int i = 0; i < groups.size(); i++) {
            line(chart, groups.get(i), axis, color(i));
        }
        return chart;
    }

    /** Told apart by most people with color blindness too (Okabe and Ito 2008). */
    private static Color color(int group) {
        int[] colors = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000, 0x8a8d00};
        return new Color(colors[group % colors.length]);
    }

    private void band(XYChart chart, RunGroup group, Function<Curve, double[]> axis, Color color) {
        RunGroup.Band band = group.band(axis);
        int n = band.places().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = band.places()[i];
            y[i] = shown(band.spreads()[i].largest());
            x[2 * n - 1 - i] = band.places()[i];
            y[2 * n - 1 - i] = shown(band.spreads()[i].smallest());
        }
        XYSeries series = chart.addSeries(group.name() + " range", x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), BAND_OPACITY));
        series.setLineColor(new Color(0, true));
        series.setLineWidth(0);
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    private void line(XYChart chart, RunGroup group, Function<Curve, double[]> axis, Color color) {
        RunGroup.Band band = group.band(axis);
        XYSeries series = chart.addSeries(group.name(), band.places(), band.column(spread -> shown(spread.median())));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineWidth(LINE);
    }

    /** What lies below the picture runs along its edge. As floats, since the library needs axes longer than a double's last bit. */
    private double shown(double value) {
        return (float) Math.max(lowest, value);
    }

    private static void style(XYChart chart) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        Color ink = new Color(0x2b2d42);
        Color faint = new Color(0xe6e8ee);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(ink)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18))
                .setChartTitleBoxVisible(false)
                .setChartPadding(16)
                .setLegendPosition(Styler.LegendPosition.InsideSE)
                .setLegendFont(text)
                .setLegendBorderColor(faint)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setAntiAlias(true);
        chart.getStyler()
                .setPlotGridLinesColor(faint)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTickLabelsFont(text)
                .setAxisTitleFont(text)
                .setAxisTickLabelsColor(ink)
                .setAxisTickMarksColor(ink)
                .setXAxisMin(0.0)
                .setXAxisDecimalPattern("#,##0")
                .setYAxisDecimalPattern("#,##0")
                .setLocale(Locale.ROOT);
    }
}
