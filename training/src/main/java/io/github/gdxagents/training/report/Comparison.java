package io.github.gdxagents.training.report;

import static io.github.gdxagents.training.metrics.NumberText.format;

import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.report.ComparedRun.Returns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Runs held against each other, grouped by name: {@code clip-seed1} and {@code clip-seed2} are of group {@code clip}.
 *
 * <p>The table tells of the evaluations while training, the picture of the training episodes, of which there are more.
 */
public final class Comparison {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 640;
    private static final double BAND_OPACITY = 0.15;
    private static final float LINE = 2.4f;

    private final List<RunGroup> groups;

    private Comparison(List<RunGroup> groups) {
        this.groups = groups;
    }

    /**
     * Reads runs, at least one; groups are in the order in which they first appear.
     *
     * @throws IllegalArgumentException if runs can't be compared, with all faults
     */
    public static Comparison of(List<Path> folders) {
        Map<String, ComparedRun> runs = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            try { // one that is named twice counts once
                runs.put(folder.toAbsolutePath().normalize().toString(), ComparedRun.read(folder));
            } catch (RuntimeException e) {
                faults.add(e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Can't compare these runs:\n  " + String.join("\n  ", faults));
        }
        boolean isOneGame =
                runs.values().stream().map(ComparedRun::game).distinct().count() == 1;
        Map<String, List<ComparedRun>> byName = new LinkedHashMap<>();
        for (ComparedRun run : runs.values()) { // a median over two games means nothing
            String name = isOneGame ? run.group() : run.game() + "/" + run.group();
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(run);
        }
        List<RunGroup> groups = new ArrayList<>();
        byName.forEach((name, group) -> groups.add(new RunGroup(name, List.copyOf(group))));
        return new Comparison(groups);
    }

    /** {@return Markdown: median and range over each group's runs, and if the target is finite when it was reached} */
    public String table(double target) {
        boolean hasTarget = Double.isFinite(target);
        String name = format("%.0f", target);
        StringBuilder table = new StringBuilder("| | runs | last evaluation | best evaluation |")
                .append(hasTarget ? " reach " + name + " | steps to " + name + " | seconds to " + name + " |" : "")
                .append("\n| --- | --- | --- | --- |")
                .append(hasTarget ? " --- | --- | --- |" : "")
                .append('\n');
        for (RunGroup group : groups) {
            List<String> cells = new ArrayList<>(List.of(
                    group.name(),
                    Integer.toString(group.runs().size()),
                    text(group.spread(run -> run.evaluation().last()), NumberText::of),
                    text(group.spread(run -> run.evaluation().largest()), NumberText::of)));
            if (hasTarget) {
                cells.add(Long.toString(group.runs().stream()
                        .filter(run -> run.evaluation().largest() >= target)
                        .count()));
                cells.add(text(
                        group.spread(run -> run.evaluation().firstAt(Returns::steps, target)),
                        steps -> format("%,.0f", steps)));
                cells.add(text(
                        group.spread(run -> run.evaluation().firstAt(Returns::seconds, target)), NumberText::of));
            }
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }

    private static String text(Spread spread, DoubleFunction<String> text) {
        return Double.isNaN(spread.median())
                ? "–"
                : text.apply(spread.median()) + " (" + text.apply(spread.smallest()) + " to "
                        + text.apply(spread.largest()) + ")";
    }

    /**
     * {@return a PNG: returns over steps beside returns over seconds, a line for the median of each group and a band for its range}
     *
     * @param lowest return that is shown, or negative infinity for all
     */
    public byte[] png(String title, double lowest) {
        Chart overSteps =
                chart(title, lowest, "decisions of all agents, in thousands", returns -> thousands(returns.steps()));
        overSteps.style().setLegendVisible(false);
        Chart overSeconds = chart(" ", lowest, "seconds of training", Returns::seconds);
        return Chart.png(1, overSteps, overSeconds);
    }

    private static double[] thousands(double[] steps) {
        return Arrays.stream(steps).map(value -> value / 1e3).toArray();
    }

    private Chart chart(String heading, double lowest, String axisTitle, Function<Returns, double[]> axis) {
        Chart chart = new Chart(WIDTH / 2, HEIGHT, 16, 15);
        chart.titles(heading, axisTitle, "return of the last 100 training episodes");
        List<RunGroup.Band> bands =
                groups.stream().map(group -> group.band(axis)).toList();
        Axis returns = Axis.of(bands.stream()
                .flatMap(band -> Arrays.stream(band.spreads()))
                .flatMapToDouble(spread -> DoubleStream.of(spread.smallest(), spread.largest()))
                .map(value -> Math.max(lowest, value)));
        chart.style()
                .setXAxisMin(0.0)
                .setYAxisMin(Double.isFinite(lowest) ? Axis.bounded(lowest) : returns.from())
                .setYAxisMax(returns.to())
                .setXAxisTickLabelsFormattingFunction(Axis::text)
                .setYAxisTickLabelsFormattingFunction(Axis::text);
        for (int i = 0; i < bands.size(); i++) { // bands first: no line may hide beneath one
            RunGroup.Band band = bands.get(i);
            // What lies below the picture runs along its edge.
            double[] lows = band.column(spread -> Math.max(lowest, spread.smallest()));
            double[] highs = band.column(spread -> Math.max(lowest, spread.largest()));
            chart.band(band.places(), highs, lows, Palette.pale(Palette.series(i), BAND_OPACITY));
        }
        for (int i = 0; i < bands.size(); i++) {
            double[] medians = bands.get(i).column(spread -> Math.max(lowest, spread.median()));
            chart.line(groups.get(i).name(), bands.get(i).places(), medians, Palette.series(i), Chart.solid(LINE));
        }
        return chart;
    }
}
