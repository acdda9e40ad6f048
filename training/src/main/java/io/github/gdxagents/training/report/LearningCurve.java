package io.github.gdxagents.training.report;

import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a run's returns over its decisions: training episodes as a line, evaluations as dots with their confidence intervals, the target
 * dashed, and a dashed line down where a lesson of the curriculum begins. A thin line with an axis of its own says how many seconds it had
 * trained by then.
 *
 * <p>With several behaviors it shows their means. Needs no display.
 *
 * @param title above, may be empty
 * @param target a mean return, or infinite for none
 */
public record LearningCurve(MetricsTable table, String title, double target) {
    /** Points. */
    public static final int WIDTH = 1200;
    /** Points. */
    public static final int HEIGHT = 675;

    private static final float LINE = 2.2f;
    private static final float HAIRLINE = 1.2f;

    /** {@return PNG of {@code scale} pixels for each point, empty if no episode has finished yet} */
    public byte[] png(int scale) {
        double[] training = table.mean(Metric.EPISODE_RETURN_MEAN);
        double[] evaluations = table.mean(EvaluationColumn.RETURN_MEAN);
        if (Chart.finite(training).length + Chart.finite(evaluations).length == 0) {
            return new byte[0];
        }
        Chart chart = new Chart(WIDTH, HEIGHT, 20, 15);
        Axis returns = returns(training, evaluations);
        style(chart, returns);
        addSeconds(chart);
        addLessons(chart, returns);
        addTraining(chart, training);
        addEvaluations(chart, evaluations);
        if (Double.isFinite(target)) {
            double[] level = {target, target};
            chart.line("target", new double[] {0, last()}, level, Palette.TARGET, Chart.dashed(HAIRLINE));
        }
        return Chart.png(scale, chart);
    }

    /** What there is to see: training, evaluations with their intervals, and the target. */
    private Axis returns(double[] training, double[] evaluations) {
        double[] widths = table.mean(EvaluationColumn.RETURN_CONFIDENCE);
        DoubleStream intervals = IntStream.range(0, evaluations.length)
                .filter(i -> Double.isFinite(widths[i]))
                .mapToObj(i -> DoubleStream.of(evaluations[i] - widths[i], evaluations[i] + widths[i]))
                .flatMapToDouble(ends -> ends);
        return Axis.of(
                Stream.of(Arrays.stream(training), Arrays.stream(evaluations), intervals, DoubleStream.of(target))
                        .flatMapToDouble(values -> values));
    }

    private void style(Chart chart, Axis returns) {
        chart.titles(title, "decisions of all agents", "return of an episode");
        chart.style().setChartTitlePadding(12).setLegendPadding(14);
        chart.style()
                .setAxisTitlePadding(12)
                .setErrorBarsColor(Palette.EVALUATION)
                .setXAxisMin(0.0)
                .setXAxisMax(last())
                .setYAxisMin(0, returns.from())
                .setYAxisMax(0, returns.to())
                .setXAxisTickLabelsFormattingFunction(Axis::text)
                .setYAxisTickLabelsFormattingFunction(Axis::text);
    }

    private double[] steps() {
        return table.column(IterationColumn.STEPS);
    }

    private double last() {
        return steps()[table.size() - 1];
    }

    private void addSeconds(Chart chart) {
        double[] steps = steps();
        double[] seconds = table.column(IterationColumn.SECONDS);
        double[] x = new double[steps.length + 2];
        double[] y = new double[steps.length + 2];
        // From the beginning, and unevenly: XChart takes evenly spaced values as they are for its tick labels.
        x[1] = steps[0] / 2;
        y[1] = seconds[0] / 2;
        System.arraycopy(steps, 0, x, 2, steps.length);
        System.arraycopy(seconds, 0, y, 2, steps.length);
        chart.line("seconds of training (right)", x, y, Palette.SIDE, Chart.solid(HAIRLINE))
                .setYAxisGroup(1);
        chart.rightTitle("seconds of training");
        chart.style().setYAxisMin(1, 0.0);
    }

    private void addLessons(Chart chart, Axis returns) {
        double[] steps = steps();
        double[] lessons = table.column(IterationColumn.LESSON);
        double[] heights = {returns.from(), returns.to()};
        boolean isFirst = true;
        for (int i = 1; i < lessons.length; i++) {
            if (Double.isFinite(lessons[i]) && Double.isFinite(lessons[i - 1]) && lessons[i] != lessons[i - 1]) {
                double[] x = {steps[i - 1], steps[i - 1]};
                String name = isFirst ? "a lesson begins" : "lesson at " + steps[i - 1];
                chart.line(name, x, heights, Palette.SIDE, Chart.dashed(HAIRLINE))
                        .setShowInLegend(isFirst);
                isFirst = false;
            }
        }
    }

    private void addTraining(Chart chart, double[] returns) {
        int[] there = Chart.finite(returns);
        if (there.length > 0) {
            double[] y = Chart.at(there, returns);
            chart.line("training, last 100 episodes", Chart.at(there, steps()), y, Palette.TRAINING, Chart.solid(LINE));
        }
    }

    private void addEvaluations(Chart chart, double[] returns) {
        int[] there = Chart.finite(returns);
        if (there.length > 0) {
            double[] widths = Chart.at(there, table.mean(EvaluationColumn.RETURN_CONFIDENCE));
            chart.line(
                            "evaluation, mean and 95 % interval",
                            Chart.at(there, steps()),
                            Chart.at(there, returns),
                            Arrays.stream(widths)
                                    .map(width -> Double.isFinite(width) ? width : 0)
                                    .toArray(),
                            Palette.EVALUATION,
                            Chart.solid(HAIRLINE))
                    .setMarker(SeriesMarkers.CIRCLE);
        }
    }
}
