package io.github.gdxagents.training.report;

import io.github.gdxagents.training.metrics.Column;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a comparison takes from a run; with several behaviors returns are averaged over them.
 *
 * @param game the folder that the run's is in
 * @param training mean return of the last 100 training episodes, at every iteration
 * @param evaluation mean return of each evaluation while it trained
 */
record ComparedRun(String game, String name, Returns training, Returns evaluation) {
    /** Reads a run. Throws an IllegalArgumentException if it has no evaluation or no finished episode, or can't be read. */
    static ComparedRun read(Path folder) {
        MetricsTable table = MetricsTable.read(folder.resolve("metrics.csv"));
        Returns training = Returns.of(table, Metric.EPISODE_RETURN_MEAN);
        Returns evaluation = Returns.of(table, EvaluationColumn.RETURN_MEAN);
        if (training.values().length == 0 || evaluation.values().length == 0) {
            throw new IllegalArgumentException("run '" + folder
                    + "': expected finished episodes and evaluations, but in "
                    + table.size() + " iterations there are " + training.values().length + " with episodes and "
                    + evaluation.values().length
                    + " with an evaluation; train it longer, or with a smaller evaluation.everyIterations");
        }
        String name =
                folder.toAbsolutePath().normalize().getFileName().toString().replaceAll("\\p{Cntrl}", "_");
        Path parent = folder.toAbsolutePath().normalize().getParent();
        String game = parent == null ? "" : String.valueOf(parent.getFileName());
        return new ComparedRun(game, name, training, evaluation);
    }

    /** The name without the seed at its end: runs of one group share it. */
    String group() {
        boolean isValue = name.matches(".*[0-9]([.]|e-?)[0-9]+"); // such as clip-0.1 or lr1e-3: no number of a run
        String group = isValue ? name : name.replaceFirst("[-_.]?(seed)?[-_]?[0-9]+$", "");
        return group.isEmpty() ? name : group;
    }

    /** A return, {@code [n]}, never NaN, over decisions of all slots, which rise, and seconds of training, which don't fall. */
    record Returns(double[] steps, double[] seconds, double[] values) {
        /** Leaves out the iterations that have no such return. */
        private static Returns of(MetricsTable table, Column column) {
            double[] values = table.mean(column);
            int[] rows = Chart.finite(values);
            return new Returns(
                    Chart.at(rows, table.column(IterationColumn.STEPS)),
                    Chart.at(rows, table.column(IterationColumn.SECONDS)),
                    Chart.at(rows, values));
        }

        double last() {
            return values[values.length - 1];
        }

        double largest() {
            return Arrays.stream(values).max().orElseThrow();
        }

        /** Where an axis stood when a return was reached for the first time; NaN if it never was. */
        double firstAt(Function<Returns, double[]> axis, double target) {
            return IntStream.range(0, values.length)
                    .filter(i -> values[i] >= target)
                    .mapToDouble(i -> axis.apply(this)[i])
                    .findFirst()
                    .orElse(Double.NaN);
        }

        /** The latest return at a place on an axis; NaN before the first. A finished run keeps its last. */
        double at(double[] axis, double place) {
            double value = Double.NaN;
            for (int i = 0; i < axis.length && axis[i] <= place; i++) {
                value = values[i];
            }
            return value;
        }
    }
}
