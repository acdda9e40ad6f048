package io.github.gdxagents.training.metrics;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All figures that a run writes: first those of the iteration, then for each behavior those of its evaluation, those of its training, and
 * the game's own.
 *
 * <p>With several behaviors, columns begin with the behavior's name and a dot, and tags with its name and a slash.
 */
public final class RunColumns {
    /** A figure by its name in either file, empty if it isn't there; null in an iteration that doesn't have it. */
    private record Figure(String column, String tag, Function<IterationRecord, Number> value) {
        Figure of(String behavior) {
            String tagOfBehavior = tag.isEmpty() ? "" : behavior + "/" + tag;
            return new Figure(behavior + "." + column, tagOfBehavior, value);
        }
    }

    /** As {@code metrics.csv} has them. */
    private final List<Figure> columns = new ArrayList<>();
    /** In the order in which event files always had them; a tag may be there twice, then the last holds. */
    private final List<Figure> scalars = new ArrayList<>();

    /** Has the figures of a game with these behaviors. */
    public RunColumns(List<BehaviorSpec> behaviors) {
        List<Figure> ofIteration = Arrays.stream(IterationColumn.values())
                .map(column -> new Figure(column.column(), column.tag, column.value))
                .toList();
        List<Figure> asElsewhere = new ArrayList<>();
        List<Figure> evaluations = new ArrayList<>();
        columns.addAll(ofIteration);
        for (BehaviorSpec behavior : behaviors) {
            String name = behaviors.size() == 1 ? "" : behavior.name();
            List<Figure> evaluation = named(name, evaluation(behavior.name()));
            List<Figure> training = named(name, Stream.concat(training(behavior.name()), ofGame(behavior)));
            columns.addAll(evaluation);
            columns.addAll(training);
            scalars.addAll(training);
            asElsewhere.addAll(named(name, asElsewhere(behavior.name())));
            evaluations.addAll(evaluation);
        }
        scalars.addAll(asElsewhere);
        scalars.add(ofIteration.get(IterationColumn.STEPS_PER_SECOND.ordinal())); // always was the first of them
        scalars.addAll(ofIteration);
        scalars.addAll(evaluations);
        scalars.removeIf(figure -> figure.tag.isEmpty());
    }

    private static List<Figure> named(String behavior, Stream<Figure> figures) {
        return figures.map(figure -> behavior.isEmpty() ? figure : figure.of(behavior))
                .toList();
    }

    private static Stream<Figure> evaluation(String behavior) {
        return Arrays.stream(EvaluationColumn.values())
                .map(column -> new Figure(column.column(), column.tag, inEvaluation(behavior, column.value)));
    }

    private static Stream<Figure> training(String behavior) {
        return Arrays.stream(Metric.values())
                .map(metric -> new Figure(metric.column(), metric.tag, it -> known(it.metric(behavior, metric))));
    }

    /** What a game itself reports: means over the latest training episodes, then in evaluations. */
    private static Stream<Figure> ofGame(BehaviorSpec behavior) {
        String name = behavior.name();
        List<GameFigure> figures = GameFigure.of(behavior);
        return Stream.concat(
                figures.stream()
                        .map(figure ->
                                new Figure(figure.column(), figure.tag(), it -> known(it.gameFigure(name, figure)))),
                figures.stream()
                        .map(figure -> new Figure(
                                EvaluationColumn.of(figure.column()),
                                "eval_" + figure.tag(),
                                inEvaluation(name, result -> result.figures().get(figure)))));
    }

    /** Under the tags of Stable-Baselines3 stand its figures, so that curves can be laid over each other. */
    private static Stream<Figure> asElsewhere(String behavior) {
        return Stream.of(
                new Figure("", "train/entropy_loss", it -> known(-it.metric(behavior, Metric.ENTROPY))),
                // the mean squared error: ours is half of it
                new Figure("", "train/value_loss", it -> known(2 * it.metric(behavior, Metric.VALUE_LOSS))),
                new Figure(
                        "",
                        "train/clip_fraction",
                        it -> known(it.metric(behavior, Metric.CLIP_FRACTION_LOWER)
                                + it.metric(behavior, Metric.CLIP_FRACTION_UPPER))));
    }

    /** Even if no episode ended there was an evaluation. */
    private static Function<IterationRecord, Number> inEvaluation(
            String behavior, Function<BehaviorResult, Number> figure) {
        return it ->
                it.evaluation() == null ? null : figure.apply(it.evaluation().of(behavior));
    }

    private static Number known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Names in {@code metrics.csv}. */
    List<String> names() {
        return columns.stream().map(Figure::column).toList();
    }

    /** Figures as {@code metrics.csv} has them, in the order of {@link #names}; what the iteration doesn't have is empty. */
    List<String> cells(IterationRecord iteration) {
        return columns.stream()
                .map(figure -> cell(figure.value.apply(iteration)))
                .toList();
    }

    /** The shortest text that reads back as the same float, in the root locale; whole numbers, and what is too large for a float, in full. */
    private static String cell(Number value) {
        if (value == null || Double.isNaN(value.doubleValue())) {
            return "";
        }
        boolean isFloat = value instanceof Double && (Float.isFinite(value.floatValue()) || !isFinite(value));
        return isFloat ? Float.toString(value.floatValue()) : value.toString();
    }

    private static boolean isFinite(Number value) {
        return Double.isFinite(value.doubleValue());
    }

    /** {@return the figures of an iteration as TensorBoard has them, by tag} */
    public Map<String, Double> scalars(IterationRecord iteration) {
        Map<String, Double> byTag = new LinkedHashMap<>();
        for (Figure figure : scalars) {
            Number value = figure.value.apply(iteration);
            if (value != null && !Double.isNaN(value.doubleValue())) {
                byTag.put(figure.tag, value.doubleValue());
            }
        }
        return byTag;
    }
}
