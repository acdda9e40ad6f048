package io.github.gdxagents.training.report;

import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.List;

/** Panels about one side of training, in the order in which they are shown. */
record PanelGroup(String title, List<Panel> panels) {
    /** Every figure that all behaviors may have is in one of them. */
    static final List<PanelGroup> OF_BEHAVIOR =
            List.of(returns(), policyUpdate(), valueFunction(), exploration(), schedules());

    /** Those of the whole iteration. */
    static final PanelGroup TIME = time();

    private static PanelGroup returns() {
        return group(
                "Returns",
                Panel.of(
                                "Training return",
                                "last 100 episodes: mean, median (orange), lowest to highest (band)",
                                Metric.EPISODE_RETURN_MEAN)
                        .beside(Metric.EPISODE_RETURN_MEDIAN)
                        .band(Metric.EPISODE_RETURN_MIN, Metric.EPISODE_RETURN_MAX),
                Panel.of(
                                "Evaluation return",
                                "likeliest actions: mean, lowest to highest (band)",
                                EvaluationColumn.RETURN_MEAN)
                        .band(EvaluationColumn.RETURN_MIN, EvaluationColumn.RETURN_MAX),
                Panel.of(
                        "Evaluation uncertainty",
                        "half the width of the mean's 95 % interval",
                        EvaluationColumn.RETURN_CONFIDENCE),
                Panel.of(
                                "Training episode length",
                                "decisions: mean, median (orange), shortest to longest (band)",
                                Metric.EPISODE_LENGTH_MEAN)
                        .beside(Metric.EPISODE_LENGTH_MEDIAN)
                        .band(Metric.EPISODE_LENGTH_MIN, Metric.EPISODE_LENGTH_MAX),
                Panel.of("Evaluation episode length", "decisions, mean", EvaluationColumn.LENGTH_MEAN),
                Panel.of("Episodes", "finished since the run began", Metric.EPISODES));
    }

    private static PanelGroup policyUpdate() {
        return group(
                "Policy update",
                Panel.of("KL divergence", "of the new policy from the old, closed form, nats", Metric.KL)
                        .healthy(0.002, 0.05)
                        .ofSizes(),
                Panel.of("Approximate KL", "its estimate, mean over the minibatches, nats", Metric.APPROX_KL)
                        .healthy(0.002, 0.03)
                        .ofSizes(),
                Panel.of(
                                "Clip fraction",
                                "ratios outside the clip range: in all, below (orange), above (green)",
                                Metric.CLIP_FRACTION_LOWER,
                                Metric.CLIP_FRACTION_UPPER)
                        .beside(Metric.CLIP_FRACTION_LOWER, Metric.CLIP_FRACTION_UPPER)
                        .healthy(0.02, 0.3),
                Panel.of("Effective sample size", "share of the rollout that counts", Metric.EFFECTIVE_SAMPLE_SIZE)
                        .healthy(0.9, 1),
                Panel.of(
                                "Steps with a gradient",
                                "share that the objective doesn't clip, mean over the minibatches",
                                Metric.GRADIENT_FRACTION)
                        .healthy(0.7, 1),
                Panel.of("Largest ratio", "of any step", Metric.MAX_RATIO)
                        .healthy(1, 5)
                        .ofSizes(),
                Panel.of("Gradient norm", "before it is clipped, mean over the minibatches", Metric.GRADIENT_NORM)
                        .ofSizes(),
                Panel.of("Policy loss", "negative objective, mean over the minibatches", Metric.POLICY_LOSS),
                Panel.of(
                        "Trust region step",
                        "share of its full length, 0 if it was not taken",
                        Metric.TRUST_REGION_STEP),
                Panel.of("Updates", "minibatches learned from in an iteration", Metric.UPDATES),
                Panel.of("KL to the reference", "of the new policy from the reference, nats", Metric.REFERENCE_KL)
                        .ofSizes(),
                Panel.of("Reference coefficient", "weight of the KL to the reference", Metric.REFERENCE_COEFFICIENT)
                        .ofSizes(),
                Panel.of("KL coefficient", "weight of the KL penalty", Metric.KL_COEFFICIENT)
                        .ofSizes());
    }

    private static PanelGroup valueFunction() {
        return group(
                "Value function",
                Panel.of("Explained variance", "1 is perfect, 0 as good as a constant", Metric.EXPLAINED_VARIANCE)
                        .healthy(0.5, 1),
                Panel.of("Value loss", "half the mean squared error", Metric.VALUE_LOSS)
                        .ofSizes());
    }

    private static PanelGroup exploration() {
        return group(
                "Exploration",
                Panel.of("Entropy", "of the action distribution after the last update, nats", Metric.ENTROPY),
                Panel.of("Standard deviation", "of continuous actions, mean", Metric.STANDARD_DEVIATION));
    }

    private static PanelGroup schedules() {
        return group(
                "Schedules",
                Panel.of("Learning rate", "of Adam", Metric.LEARNING_RATE),
                Panel.of("Clip range", "of the ratio above 1, and below 1 (orange)", Metric.CLIP_RANGE_UPPER)
                        .beside(Metric.CLIP_RANGE_LOWER),
                Panel.of("Entropy coefficient", "weight of the entropy in the loss", Metric.ENTROPY_COEFFICIENT));
    }

    private static PanelGroup time() {
        String ofThreads = "seconds of an iteration, mean over the threads";
        return group(
                "Time",
                Panel.of("Speed", "decisions per second, evaluations left out", IterationColumn.STEPS_PER_SECOND),
                Panel.of(
                        "Seconds of an iteration",
                        "the whole iteration by the clock",
                        IterationColumn.ITERATION_SECONDS),
                Panel.of("Simulation", ofThreads, IterationColumn.SIMULATION_SECONDS),
                Panel.of("Inference", ofThreads, IterationColumn.INFERENCE_SECONDS),
                Panel.of("Learning", "seconds of an iteration", IterationColumn.LEARNING_SECONDS),
                Panel.of("Lesson", "of the curriculum, by number", IterationColumn.LESSON),
                Panel.of(
                        "Training time", "seconds since the run began, evaluations included", IterationColumn.SECONDS));
    }

    /** The figures that one behavior alone has, or a run of another version, under the names of their columns. */
    static PanelGroup others(MetricsTable table, String behavior) {
        List<String> shown = OF_BEHAVIOR.stream()
                .flatMap(group -> group.panels().stream())
                .flatMap(panel -> panel.columns().stream())
                .toList();
        return new PanelGroup(
                "Other figures",
                table.columns(behavior).stream()
                        .filter(column -> !shown.contains(column))
                        .filter(column -> !EvaluationColumn.isOfGame(column))
                        .map(PanelGroup::other)
                        .toList());
    }

    private static Panel other(String column) {
        return GameFigure.isColumn(column)
                ? Panel.of(GameFigure.title(column), "last 100 episodes, mean; of evaluations (orange)", () -> column)
                        .beside(() -> EvaluationColumn.of(column))
                : Panel.of(column.replace('_', ' '), "", () -> column);
    }

    private static PanelGroup group(String title, Panel... panels) {
        return new PanelGroup(title, List.of(panels));
    }
}
