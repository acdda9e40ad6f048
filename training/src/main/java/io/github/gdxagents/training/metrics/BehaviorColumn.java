package io.github.gdxagents.training.metrics;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A figure of one behavior: a column of {@code metrics.csv} and a tag in TensorBoard, both without the behavior's name.
 *
 * @param column lower case with underscores
 * @param tag group/name, or empty if it isn't in TensorBoard
 * @param value in an iteration
 */
public record BehaviorColumn(String column, String tag, Value value) implements Column {
    /** Mean return of the evaluation. */
    public static final BehaviorColumn EVALUATION_RETURN_MEAN = evaluation(
            "return_mean", "eval/mean_reward", result -> result.returns().mean());
    /** Half the width of its 95 % confidence interval. */
    public static final BehaviorColumn EVALUATION_RETURN_CONFIDENCE =
            evaluation("return_confidence", "", result -> result.returns().confidence());
    /** Return of its worst episode. */
    public static final BehaviorColumn EVALUATION_RETURN_MIN =
            evaluation("return_min", "", result -> result.returns().smallest());
    /** Return of its best episode. */
    public static final BehaviorColumn EVALUATION_RETURN_MAX =
            evaluation("return_max", "", result -> result.returns().largest());
    /** Mean length of its episodes, in decisions. */
    public static final BehaviorColumn EVALUATION_LENGTH_MEAN =
            evaluation("length_mean", "eval/mean_ep_length", BehaviorResult::meanLength);

    /** Figures of the evaluation after an iteration, if there was one. */
    public static final List<BehaviorColumn> EVALUATION = List.of(
            EVALUATION_RETURN_MEAN,
            EVALUATION_RETURN_CONFIDENCE,
            EVALUATION_RETURN_MIN,
            EVALUATION_RETURN_MAX,
            EVALUATION_LENGTH_MEAN);

    /** Figures of training that every behavior may have. */
    public static final List<BehaviorColumn> TRAINING =
            Arrays.stream(Metric.values()).map(BehaviorColumn::training).toList();

    /** {@return what a game itself reports of a behavior: means over the latest training episodes, then in evaluations} */
    public static List<BehaviorColumn> ofGame(BehaviorSpec behavior) {
        List<GameFigure> figures = GameFigure.of(behavior);
        return Stream.concat(
                        figures.stream()
                                .map(figure -> new BehaviorColumn(
                                        figure.column(),
                                        figure.tag(),
                                        (iteration, name) -> iteration.gameFigure(name, figure))),
                        figures.stream()
                                .map(figure -> evaluation(
                                        figure.column(),
                                        "eval_" + figure.tag(),
                                        result -> result.figures().getOrDefault(figure, Double.NaN))))
                .toList();
    }

    /** Finds a figure. */
    @FunctionalInterface
    public interface Value {
        /** {@return the figure of a behavior, NaN if the iteration doesn't have it} */
        double of(IterationRecord iteration, String behavior);
    }

    private static BehaviorColumn evaluation(String name, String tag, ToDoubleFunction<BehaviorResult> figure) {
        return new BehaviorColumn(
                "evaluation_" + name,
                tag,
                (iteration, behavior) -> iteration.evaluation() == null
                        ? Double.NaN
                        : figure.applyAsDouble(iteration.evaluation().of(behavior)));
    }

    private static BehaviorColumn training(Metric metric) {
        return new BehaviorColumn(
                metric.column(), metric.tensorBoardTag(), (iteration, behavior) -> iteration.metric(behavior, metric));
    }

    boolean isInTensorBoard() {
        return !tag.isEmpty();
    }
}
