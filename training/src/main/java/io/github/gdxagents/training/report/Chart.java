package io.github.gdxagents.training.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart in the style of all pictures, put together from behind to the front. Needs no display. */
final class Chart {
    private static final int TITLE_SIZE = 19;

    private final XYChart chart;

    /** Makes an empty chart, with sizes in points. */
    Chart(int width, int height, int padding, int fontSize) {
        chart = new XYChartBuilder().width(width).height(height).build();
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, fontSize);
        style().setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Palette.INK)
                .setChartTitleVisible(false)
                .setChartPadding(padding)
                .setLegendPosition(Styler.LegendPosition.InsideSE)
                .setLegendFont(font)
                .setLegendBorderColor(Palette.FAINT)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setAntiAlias(true);
        style().setPlotGridLinesColor(Palette.FAINT)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTickLabelsFont(font)
                .setAxisTitleFont(font)
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.INK)
                .setAxisTitlesVisible(false)
                .setLocale(Locale.ROOT);
    }

    /** What differs from the common style. */
    XYStyler style() {
        return chart.getStyler();
    }

    /** Puts a title above, if it isn't empty, and names the axes. */
    void titles(String above, String ofX, String ofY) {
        chart.setTitle(above);
        chart.setXAxisTitle(ofX);
        chart.setYAxisTitle(ofY);
        style().setChartTitleVisible(!above.isEmpty())
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, TITLE_SIZE))
                .setChartTitleBoxVisible(false);
        style().setAxisTitlesVisible(true);
    }

    /** Names a second vertical axis, on the right. */
    void rightTitle(String title) {
        chart.setYAxisGroupTitle(1, title);
        style().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
    }

    static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0);
    }

    /** Draws a line through {@code [n]} points, at least one; its name, unlike any other, is for the legend. */
    XYSeries line(String name, double[] xs, double[] ys, Color color, BasicStroke stroke) {
        return line(name, xs, ys, null, color, stroke);
    }

    /** The same with bars of an error, {@code [n]}. */
    XYSeries line(String name, double[] xs, double[] ys, double[] errors, Color color, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, bounded(xs), asFloats(ys), errors == null ? null : bounded(errors));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    /** Fills an outline of {@code [n]} points. */
    void area(double[] xs, double[] ys, Color color) {
        XYSeries series = chart.addSeries("area " + chart.getSeriesCollection().size(), bounded(xs), asFloats(ys));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(color);
        series.setLineStyle(new BasicStroke(0));
        series.setLineColor(Palette.pale(color, 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    /** Fills what lies between two lines of {@code [n]} points. */
    void band(double[] xs, double[] lows, double[] highs, Color color) {
        int n = xs.length;
        double[] x = Arrays.copyOf(xs, 2 * n);
        double[] y = Arrays.copyOf(lows, 2 * n);
        for (int i = 0; i < n; i++) {
            x[2 * n - 1 - i] = xs[i];
            y[2 * n - 1 - i] = highs[i];
        }
        area(x, y, color);
    }

    /** The indices at which all values are finite. */
    static int[] finite(double[]... values) {
        return IntStream.range(0, values[0].length)
                .filter(i -> Arrays.stream(values).allMatch(each -> Double.isFinite(each[i])))
                .toArray();
    }

    /** Values at some of their indices. */
    static double[] at(int[] indices, double[] values) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    /** With values that differ by a double's last bit the library would never come to the end of an axis. */
    private static double[] asFloats(double[] values) {
        return Arrays.stream(bounded(values)).map(value -> (float) value).toArray();
    }

    /** Whatever is drawn goes through here: the library would draw larger numbers for ever. */
    private static double[] bounded(double[] values) {
        return Arrays.stream(values).map(Axis::bounded).toArray();
    }

    /** Draws charts of one height side by side, as PNG; of the scale 2, in pixels for each point, it is sharp on dense screens. */
    static byte[] png(int scale, Chart... charts) {
        int width =
                Arrays.stream(charts).mapToInt(chart -> chart.chart.getWidth()).sum();
        BufferedImage image =
                new BufferedImage(width * scale, charts[0].chart.getHeight() * scale, BufferedImage.TYPE_3BYTE_BGR);
        int x = 0;
        for (Chart each : charts) {
            each.paint(image, x, scale);
            x += each.chart.getWidth();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: a cache file would need a shutdown hook, which is refused when Ctrl-C ends the run.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        }
        return png.toByteArray();
    }

    private void paint(BufferedImage image, int x, int scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.translate(x, 0);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
    }
}
