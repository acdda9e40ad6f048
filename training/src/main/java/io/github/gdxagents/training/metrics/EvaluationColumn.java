package io.github.gdxagents.training.metrics;

import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.function.Function;

/** A figure of one behavior in the evaluation after an iteration: a column of {@code metrics.csv} and a tag in TensorBoard. */
public enum EvaluationColumn implements Column {
    /** Mean return. */
    RETURN_MEAN("return_mean", "eval/mean_reward", result -> result.returns().mean()),
    /** Half the width of its 95 % confidence interval. */
    RETURN_CONFIDENCE("return_confidence", "", result -> result.returns().confidence()),
    /** Return of the worst episode. */
    RETURN_MIN("return_min", "", result -> result.returns().smallest()),
    /** Return of the best episode. */
    RETURN_MAX("return_max", "", result -> result.returns().largest()),
    /** Mean length of its episodes, in decisions. */
    LENGTH_MEAN("length_mean", "eval/mean_ep_length", BehaviorResult::meanLength);

    private static final String PREFIX = "evaluation_";

    private final String column;
    /** The name in TensorBoard, or empty if it isn't there. */
    final String tag;

    final Function<BehaviorResult, Number> value;

    EvaluationColumn(String figure, String tag, Function<BehaviorResult, Number> value) {
        column = of(figure);
        this.tag = tag;
        this.value = value;
    }

    @Override
    public String column() {
        return column;
    }

    /** {@return the column of a figure in evaluations, such as one that a game reports itself} */
    public static String of(String figure) {
        return PREFIX + figure;
    }

    /** {@return whether a column, without its behavior, is one of a game's own in evaluations} */
    public static boolean isOfGame(String column) {
        return column.startsWith(PREFIX) && GameFigure.isColumn(column.substring(PREFIX.length()));
    }
}
