package io.github.gdxagents.training.metrics;

import java.util.function.Function;

/** A figure of a whole iteration: a column of {@code metrics.csv}, in its order, and a tag in TensorBoard. */
public enum IterationColumn implements Column {
    /** Number of the iteration, from 1. */
    ITERATION("iteration", "time/iterations", it -> it.report().iteration()),
    /** Decisions of all slots so far; in TensorBoard the horizontal axis. */
    STEPS("steps", "", it -> it.report().steps()),
    /** Seconds of training so far, evaluations included, over all parts of the run. */
    SECONDS("seconds", "time/time_elapsed", IterationRecord::seconds),
    /** Decisions of this iteration per second of it, its evaluation left out. */
    STEPS_PER_SECOND("steps_per_second", "time/fps", IterationRecord::stepsPerSecond),
    /** Seconds of physics, observations and rewards, mean over the threads. */
    SIMULATION_SECONDS(
            "simulation_seconds", "time/simulation_seconds", it -> it.report().simulationSeconds()),
    /** Seconds of networks and drawing actions, mean over the threads. */
    INFERENCE_SECONDS(
            "inference_seconds", "time/inference_seconds", it -> it.report().inferenceSeconds()),
    /** Seconds of advantages and updates. */
    LEARNING_SECONDS(
            "learning_seconds", "time/learning_seconds", it -> it.report().learningSeconds()),
    /** Seconds of the whole iteration by the clock. */
    ITERATION_SECONDS("iteration_seconds", "", it -> it.report().totalSeconds()),
    /** Number of the curriculum's lesson that the iteration collected in, from 1; none without a curriculum. */
    LESSON(
            "lesson",
            "curriculum/lesson",
            it -> it.report().lesson().isOne() ? it.report().lesson().number() : null);

    private final String column;
    /** The name in TensorBoard, or empty if it isn't there. */
    final String tag;
    /** The figure; a whole number is written as one, null if there is none. */
    final Function<IterationRecord, Number> value;

    IterationColumn(String column, String tag, Function<IterationRecord, Number> value) {
        this.column = column;
        this.tag = tag;
        this.value = value;
    }

    @Override
    public String column() {
        return column;
    }
}
