package io.github.gdxagents.training.run.chart;

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
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart that is put together from behind to the front: shaded ranges first, then bands, then lines.
 *
 * <p>Where the vertical axis begins and ends must be known from the start, since shades reach from end to end.
 *
 * <p>Thread safety: none. Needs no display.
 */
public final class Plot {
    private static final float LINE = 1.8f;
    /** Share of the room within the axes; with all of it XChart would leave out the first and last labels. */
    private static final double CONTENT = 0.97;

    private final XYChart chart;
    private final AxisRange x;
    private final AxisRange y;

    /**
     * Makes an empty chart.
     *
     * @param width points
     * @param height points
     * @param fontSize points
     * @param x what the horizontal axis shows
     * @param y what the vertical axis shows
     */
    public Plot(int width, int height, int fontSize, AxisRange x, AxisRange y) {
        this.x = x;
        this.y = y;
        chart = new XYChartBuilder().width(width).height(height).build();
        style(chart.getStyler(), new Font(Font.SANS_SERIF, Font.PLAIN, fontSize));
        setUnevenTicks();
    }

    /** XChart would take the values of evenly spaced data, however odd, for the labels of the axis; of the first series alone. */
    private void setUnevenTicks() {
        double third = x.from() + (x.to() - x.from()) / 3;
        area(new double[] {x.from(), third, x.to()}, new double[] {bottom(), bottom(), bottom()}, Color.WHITE);
    }

    private void style(XYStyler styler, Font font) {
        styler.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Palette.INK)
                .setChartTitleVisible(false)
                .setChartPadding(4)
                .setLegendVisible(false)
                .setLegendFont(font)
                .setLegendBorderColor(Palette.FAINT)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setPlotContentSize(CONTENT)
                .setAntiAlias(true);
        styler.setPlotGridLinesColor(Palette.FAINT)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false)
                .setPlotMargin(0)
                .setAxisTickLabelsFont(font)
                .setAxisTitleFont(font)
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.SIDE)
                .setAxisTickMarkLength(3)
                .setAxisTitlesVisible(false)
                .setXAxisMin(x.from())
                .setXAxisMax(x.to())
                .setYAxisMin(y.place(y.from()))
                .setYAxisMax(y.place(y.to()))
                .setXAxisTickMarkSpacingHint(6 * font.getSize())
                .setYAxisTickMarkSpacingHint(3 * font.getSize())
                .setXAxisTickLabelsFormattingFunction(AxisLabel::label)
                .setYAxisTickLabelsFormattingFunction(y::label)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right)
                .setLocale(Locale.ROOT);
    }

    private double bottom() {
        return y.place(y.from());
    }

    private double top() {
        return y.place(y.to());
    }

    /**
     * Shades a range of the vertical axis from left to right.
     *
     * @param from may lie outside of the axis
     * @param to may lie outside of the axis
     * @param color of the shade
     * @return this
     */
    public Plot shadeValues(double from, double to, Color color) {
        double low = Math.max(from, y.from());
        double high = Math.min(to, y.to());
        if (low < high) {
            area(
                    new double[] {x.from(), x.to(), x.to(), x.from()},
                    new double[] {y.place(low), y.place(low), y.place(high), y.place(high)},
                    color);
        }
        return this;
    }

    /**
     * Shades a range of the horizontal axis from bottom to top.
     *
     * @param from may lie outside of the axis
     * @param to may lie outside of the axis
     * @param color of the shade
     * @return this
     */
    public Plot shadeSpan(double from, double to, Color color) {
        double left = Math.max(from, x.from());
        double right = Math.min(to, x.to());
        if (left < right) {
            area(new double[] {left, right, right, left}, new double[] {bottom(), bottom(), top(), top()}, color);
        }
        return this;
    }

    /**
     * Fills what lies between two lines.
     *
     * @param xs {@code [n]}, rising; points where any is not finite are left out
     * @param lows {@code [n]}
     * @param highs {@code [n]}
     * @param color of the band
     * @return this
     */
    public Plot band(double[] xs, double[] lows, double[] highs, Color color) {
        int[] there = IntStream.range(0, xs.length)
                .filter(i -> Double.isFinite(lows[i]) && Double.isFinite(highs[i]))
                .toArray();
        int n = there.length;
        if (n < 2) {
            return this;
        }
        double[] outlineX = new double[2 * n];
        double[] outlineY = new double[2 * n];
        for (int i = 0; i < n; i++) {
            outlineX[i] = xs[there[i]];
            outlineY[i] = y.place(lows[there[i]]);
            outlineX[2 * n - 1 - i] = xs[there[i]];
            outlineY[2 * n - 1 - i] = y.place(highs[there[i]]);
        }
        area(outlineX, outlineY, color);
        return this;
    }

    private void area(double[] xs, double[] ys, Color color) {
        XYSeries series = chart.addSeries("area " + chart.getSeriesCollection().size(), xs, ys);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(color);
        series.setLineStyle(new BasicStroke(0));
        series.setLineColor(Palette.pale(color, 0));
        series.setMarker(SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    /**
     * Draws a line.
     *
     * @param name for the legend, unlike any other
     * @param xs {@code [n]}
     * @param ys {@code [n]}; points that are not finite are left out
     * @param color of the line
     * @return this
     */
    public Plot line(String name, double[] xs, double[] ys, Color color) {
        series(name, xs, ys, color, LINE);
        return this;
    }

    /**
     * Draws a thin line, for what is there for orientation.
     *
     * @param name for the legend, unlike any other
     * @param xs {@code [n]}
     * @param ys {@code [n]}; points that are not finite are left out
     * @param color of the line
     * @return this
     */
    public Plot thinLine(String name, double[] xs, double[] ys, Color color) {
        series(name, xs, ys, color, LINE / 2);
        return this;
    }

    private XYSeries series(String name, double[] xs, double[] ys, Color color, float width) {
        int[] there = IntStream.range(0, xs.length)
                .filter(i -> Double.isFinite(ys[i]))
                .toArray();
        double[] shownX = Arrays.stream(there).mapToDouble(i -> xs[i]).toArray();
        double[] shownY = Arrays.stream(there).mapToDouble(i -> y.place(ys[i])).toArray();
        if (there.length == 0) {
            return null;
        }
        XYSeries series = chart.addSeries(name, shownX, shownY);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(there.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    /**
     * Draws a dashed level line.
     *
     * @param name for the legend, unlike any other
     * @param level where
     * @param color of the line
     * @return this
     */
    public Plot level(String name, double level, Color color) {
        if (level >= y.from() && level <= y.to()) {
            XYSeries series =
                    series(name, new double[] {x.from(), x.to()}, new double[] {level, level}, color, LINE * 0.7f);
            series.setLineStyle(new BasicStroke(
                    LINE * 0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {7, 5}, 0));
        }
        return this;
    }

    /**
     * Names the axes.
     *
     * @param ofX below the horizontal axis
     * @param ofY beside the vertical axis
     * @return this
     */
    public Plot axisTitles(String ofX, String ofY) {
        chart.setXAxisTitle(ofX);
        chart.setYAxisTitle(ofY);
        chart.getStyler().setAxisTitlesVisible(true).setAxisTitlePadding(8);
        return this;
    }

    /**
     * Shows the names of the lines.
     *
     * @param position where in the chart
     * @return this
     */
    public Plot legend(Styler.LegendPosition position) {
        chart.getStyler().setLegendVisible(true).setLegendPosition(position);
        return this;
    }

    /**
     * The chart, to be drawn with {@link Png}.
     *
     * @return it
     */
    public XYChart chart() {
        return chart;
    }
}
