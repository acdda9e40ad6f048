package io.github.gdxagents.training.run.record;

/**
 * A column of {@code metrics.csv} that is no {@link io.github.gdxagents.training.ppo.Metric}: figures of the whole iteration, and of
 * each behavior's evaluation after it.
 */
public enum RunColumn {
    /** Number of the iteration, from 1. */
    ITERATION("iteration"),
    /** Decisions of all slots so far. */
    STEPS("steps"),
    /** Seconds of training so far, evaluations included, over all parts of the run. */
    SECONDS("seconds"),
    /** Decisions of this iteration per second of it, its evaluation left out. */
    STEPS_PER_SECOND("steps_per_second"),
    /** Seconds of physics, observations and rewards, mean over the threads. */
    SIMULATION_SECONDS("simulation_seconds"),
    /** Seconds of networks and drawing actions, mean over the threads. */
    INFERENCE_SECONDS("inference_seconds"),
    /** Seconds of advantages and updates. */
    LEARNING_SECONDS("learning_seconds"),
    /** Seconds of the whole iteration by the clock. */
    ITERATION_SECONDS("iteration_seconds"),
    /** Mean return of the evaluation. */
    EVALUATION_RETURN_MEAN("evaluation_return_mean", true),
    /** Half the width of its 95 % confidence interval. */
    EVALUATION_RETURN_CONFIDENCE("evaluation_return_confidence", true),
    /** Return of its worst episode. */
    EVALUATION_RETURN_MIN("evaluation_return_min", true),
    /** Return of its best episode. */
    EVALUATION_RETURN_MAX("evaluation_return_max", true),
    /** Mean length of its episodes, in decisions. */
    EVALUATION_LENGTH_MEAN("evaluation_length_mean", true);

    private final String column;
    private final boolean ofBehavior;

    RunColumn(String column) {
        this(column, false);
    }

    RunColumn(String column, boolean ofBehavior) {
        this.column = column;
        this.ofBehavior = ofBehavior;
    }

    /**
     * The name in {@code metrics.csv}.
     *
     * @return lower case with underscores
     */
    public String column() {
        return column;
    }

    /**
     * Whether each behavior has such a column of its own.
     *
     * @return true for those of evaluations
     */
    public boolean isOfBehavior() {
        return ofBehavior;
    }
}
