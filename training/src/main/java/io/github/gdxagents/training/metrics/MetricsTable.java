package io.github.gdxagents.training.metrics;

import io.github.gdxagents.training.rollout.GameFigure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a {@code metrics.csv}: a row for each iteration, a column for each figure.
 *
 * <p>What an iteration doesn't have, and a column that the file doesn't have, is NaN. Steps rise from row to row, and seconds don't
 * fall. A last line that a crash cut short is left out.
 */
public final class MetricsTable {
    /** The name under which the only behavior of a game goes: its columns have no prefix. */
    public static final String ONLY_BEHAVIOR = "";

    private final Map<String, double[]> columns;
    private final List<String> behaviors;
    private final int size;

    MetricsTable(Map<String, double[]> columns, int size) {
        this.columns = columns;
        this.size = size;
        behaviors = behaviorsOf(columns);
    }

    /**
     * Reads a file as a run writes it.
     *
     * @throws MetricsException if it can't be read or is no such file, with all faults
     */
    public static MetricsTable read(Path file) {
        return new MetricsReader(file).read();
    }

    /** Each has its number of episodes; what a game calls so has the name of a figure before it, and comes after its behavior's. */
    private static List<String> behaviorsOf(Map<String, double[]> columns) {
        String suffix = "." + Metric.EPISODES.column();
        List<String> behaviors = new ArrayList<>();
        for (String column : columns.keySet()) {
            if (column.endsWith(suffix) && behaviors.stream().noneMatch(behavior -> isOfGame(column, behavior))) {
                behaviors.add(column.substring(0, column.length() - suffix.length()));
            }
        }
        boolean isAlone = behaviors.isEmpty() || columns.containsKey(Metric.EPISODES.column());
        return isAlone ? List.of(ONLY_BEHAVIOR) : List.copyOf(behaviors);
    }

    private static boolean isOfGame(String column, String behavior) {
        if (!column.startsWith(prefix(behavior))) {
            return false;
        }
        String figure = column.substring(prefix(behavior).length());
        return GameFigure.isColumn(figure) || EvaluationColumn.isOfGame(figure);
    }

    /** {@return how many iterations there are, 0 or more} */
    public int size() {
        return size;
    }

    /** {@return the behaviors that the file has columns for; {@link #ONLY_BEHAVIOR} alone if there is one} */
    public List<String> behaviors() {
        return behaviors;
    }

    /** {@return a figure of the whole iteration: {@code [size]}, a copy} */
    public double[] column(Column column) {
        return column(column.column());
    }

    /**
     * A figure of one of {@link #behaviors}.
     *
     * @param column of the behavior, without its name, or of the whole iteration
     * @return {@code [size]}, NaN where there is none, a copy
     */
    public double[] column(String behavior, String column) {
        String ofBehavior = prefix(behavior) + column;
        return column(columns.containsKey(ofBehavior) ? ofBehavior : column);
    }

    /** {@return the columns of one of {@link #behaviors}, without its name, in the order of the file} */
    public List<String> columns(String behavior) {
        List<String> ofIteration = Arrays.stream(IterationColumn.values())
                .map(IterationColumn::column)
                .toList();
        return columns.keySet().stream()
                .filter(column -> !ofIteration.contains(column) && behavior.equals(behaviorOf(column)))
                .map(column -> column.substring(prefix(behavior).length()))
                .toList();
    }

    /** The one with the longest name that fits: names may have dots in them. */
    private String behaviorOf(String column) {
        return behaviors.stream()
                .filter(behavior -> column.startsWith(prefix(behavior)))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private double[] column(String name) {
        double[] values = columns.get(name);
        if (values != null) {
            return values.clone();
        }
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static String prefix(String behavior) {
        return behavior.isEmpty() ? "" : behavior + ".";
    }

    /** {@return a figure averaged over the behaviors that have it: {@code [size]}, NaN where none has it} */
    public double[] mean(Column column) {
        List<double[]> ofBehaviors = behaviors.stream()
                .map(behavior -> column(behavior, column.column()))
                .toList();
        double[] means = new double[size];
        Arrays.setAll(
                means,
                row -> ofBehaviors.stream()
                        .mapToDouble(values -> values[row])
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN));
        return means;
    }

    /** {@return the metrics that iteration {@code row} (0 to {@link #size} - 1) has, by behavior} */
    public Map<String, Map<Metric, Double>> metrics(int row) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        for (String behavior : behaviors) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                double[] column = columns.get(prefix(behavior) + metric.column());
                if (column != null && !Double.isNaN(column[row])) {
                    values.put(metric, column[row]);
                }
            }
            metrics.put(behavior, values);
        }
        return metrics;
    }
}
