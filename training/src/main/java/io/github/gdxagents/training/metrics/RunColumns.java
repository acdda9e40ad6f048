package io.github.gdxagents.training.metrics;

import io.github.gdxagents.agent.BehaviorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures that a run writes: first those of the iteration, then for each behavior those of its evaluation and of its training.
 *
 * <p>With several behaviors, columns begin with the behavior's name and a dot, and tags with its name and a slash.
 */
public final class RunColumns {
    private final Map<String, List<BehaviorColumn>> training;

    private RunColumns(Map<String, List<BehaviorColumn>> training) {
        this.training = Collections.unmodifiableMap(training);
    }

    /** {@return for each behavior of a game all of {@link BehaviorColumn}, and the game's own figures after them} */
    public static RunColumns of(List<BehaviorSpec> behaviors) {
        Map<String, List<BehaviorColumn>> training = new LinkedHashMap<>();
        for (BehaviorSpec behavior : behaviors) {
            List<BehaviorColumn> columns = new ArrayList<>(BehaviorColumn.TRAINING);
            columns.addAll(BehaviorColumn.ofGame(behavior));
            training.put(behavior.name(), columns);
        }
        return new RunColumns(training);
    }

    private String prefix(String behavior, String separator) {
        return training.size() == 1 ? "" : behavior + separator;
    }

    /** Names in {@code metrics.csv}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (IterationColumn column : IterationColumn.values()) {
            names.add(column.column());
        }
        training.forEach((behavior, columns) -> {
            String prefix = prefix(behavior, ".");
            BehaviorColumn.EVALUATION.forEach(column -> names.add(prefix + column.column()));
            columns.forEach(column -> names.add(prefix + column.column()));
        });
        return names;
    }

    /** Figures as {@code metrics.csv} has them, in the order of {@link #names}; what the iteration doesn't have is empty. */
    List<String> cells(IterationRecord iteration) {
        List<String> cells = new ArrayList<>();
        for (IterationColumn column : IterationColumn.values()) {
            cells.add(cell(column.value(iteration)));
        }
        training.forEach((behavior, columns) -> {
            BehaviorColumn.EVALUATION.forEach(
                    column -> cells.add(cell(column.value().of(iteration, behavior))));
            columns.forEach(column -> cells.add(cell(column.value().of(iteration, behavior))));
        });
        return cells;
    }

    /** The shortest text that reads back as the same float, in the root locale; whole numbers in full. */
    private static String cell(Number value) {
        if (!(value instanceof Double)) {
            return value.toString();
        }
        return Double.isNaN(value.doubleValue()) ? "" : Float.toString(value.floatValue());
    }

    /** {@return the figures of an iteration as TensorBoard has them, by tag} */
    public Map<String, Double> scalars(IterationRecord iteration) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        training.forEach((behavior, columns) -> columns.stream()
                .filter(BehaviorColumn::isInTensorBoard)
                .forEach(column ->
                        put(prefix(behavior, "/") + column.tag(), column.value().of(iteration, behavior), scalars)));
        training.keySet().forEach(behavior -> putAsElsewhere(iteration, behavior, scalars));
        scalars.put(IterationColumn.STEPS_PER_SECOND.tag(), iteration.stepsPerSecond()); // always was the first of them
        for (IterationColumn column : IterationColumn.values()) {
            if (!column.tag().isEmpty()) {
                scalars.put(column.tag(), column.value(iteration).doubleValue());
            }
        }
        if (iteration.evaluation() != null) {
            training.keySet()
                    .forEach(behavior -> BehaviorColumn.EVALUATION.stream()
                            .filter(BehaviorColumn::isInTensorBoard)
                            .forEach(column -> scalars.put( // even if no episode ended: there was an evaluation
                                    prefix(behavior, "/") + column.tag(),
                                    column.value().of(iteration, behavior))));
        }
        return scalars;
    }

    /** Under the tags of Stable-Baselines3 stand its figures, so that curves can be laid over each other. */
    private void putAsElsewhere(IterationRecord iteration, String behavior, Map<String, Double> scalars) {
        String prefix = prefix(behavior, "/") + "train/";
        put(prefix + "entropy_loss", -iteration.metric(behavior, Metric.ENTROPY), scalars);
        double meanSquaredError = 2 * iteration.metric(behavior, Metric.VALUE_LOSS); // ours is half of it
        put(prefix + "value_loss", meanSquaredError, scalars);
        double clipped = iteration.metric(behavior, Metric.CLIP_FRACTION_LOWER)
                + iteration.metric(behavior, Metric.CLIP_FRACTION_UPPER);
        put(prefix + "clip_fraction", clipped, scalars);
    }

    private static void put(String tag, double value, Map<String, Double> scalars) {
        if (!Double.isNaN(value)) {
            scalars.put(tag, value);
        }
    }
}
