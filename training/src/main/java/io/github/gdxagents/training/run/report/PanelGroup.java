package io.github.gdxagents.training.run.report;

import static io.github.gdxagents.training.run.report.Curve.Role.HIGH;
import static io.github.gdxagents.training.run.report.Curve.Role.LOW;
import static io.github.gdxagents.training.run.report.Curve.Role.MAIN;
import static io.github.gdxagents.training.run.report.Curve.Role.SIDE;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.health.HealthyRange;
import io.github.gdxagents.training.run.record.RunColumn;
import java.util.List;

/**
 * Panels about one side of training.
 *
 * @param title of the group
 * @param ofBehavior whether each behavior has panels of its own
 * @param panels in the order in which they are shown
 */
record PanelGroup(String title, boolean ofBehavior, List<Panel> panels) {
    /** All groups. Every figure is in one of them. */
    static List<PanelGroup> all() {
        return List.of(returns(), policyUpdate(), valueFunction(), exploration(), schedules(), time());
    }

    private static PanelGroup returns() {
        return new PanelGroup(
                "Returns",
                true,
                List.of(
                        Panel.of(
                                "Training return",
                                "last 100 episodes: mean, median (orange), lowest to highest (band)",
                                Curve.of(MAIN, "mean", Metric.EPISODE_RETURN_MEAN),
                                Curve.of(SIDE, "median", Metric.EPISODE_RETURN_MEDIAN),
                                Curve.of(LOW, "lowest", Metric.EPISODE_RETURN_MIN),
                                Curve.of(HIGH, "highest", Metric.EPISODE_RETURN_MAX)),
                        Panel.of(
                                "Evaluation return",
                                "likeliest actions: mean, lowest to highest (band)",
                                Curve.of(MAIN, "mean", RunColumn.EVALUATION_RETURN_MEAN),
                                Curve.of(LOW, "lowest", RunColumn.EVALUATION_RETURN_MIN),
                                Curve.of(HIGH, "highest", RunColumn.EVALUATION_RETURN_MAX)),
                        Panel.of(
                                "Evaluation uncertainty",
                                "half the width of the mean's 95 % interval",
                                Curve.of(MAIN, "half width", RunColumn.EVALUATION_RETURN_CONFIDENCE)),
                        Panel.of(
                                "Training episode length",
                                "decisions: mean, median (orange), shortest to longest (band)",
                                Curve.of(MAIN, "mean", Metric.EPISODE_LENGTH_MEAN),
                                Curve.of(SIDE, "median", Metric.EPISODE_LENGTH_MEDIAN),
                                Curve.of(LOW, "shortest", Metric.EPISODE_LENGTH_MIN),
                                Curve.of(HIGH, "longest", Metric.EPISODE_LENGTH_MAX)),
                        Panel.of(
                                "Evaluation episode length",
                                "decisions, mean",
                                Curve.of(MAIN, "mean", RunColumn.EVALUATION_LENGTH_MEAN)),
                        Panel.of(
                                "Episodes",
                                "finished since the run began",
                                Curve.of(MAIN, "episodes", Metric.EPISODES))));
    }

    private static PanelGroup policyUpdate() {
        return new PanelGroup(
                "Policy update",
                true,
                List.of(
                        panel("KL divergence", "of the new policy from the old, closed form, nats", Metric.KL)
                                .ofSizes(),
                        panel("Approximate KL", "its estimate, mean over the minibatches, nats", Metric.APPROX_KL)
                                .ofSizes(),
                        Panel.of(
                                        "Clip fraction",
                                        "ratios outside the clip range: in all, below (orange), above (green)",
                                        Curve.of(
                                                MAIN, "in all", Metric.CLIP_FRACTION_LOWER, Metric.CLIP_FRACTION_UPPER),
                                        Curve.of(SIDE, "below", Metric.CLIP_FRACTION_LOWER),
                                        Curve.of(SIDE, "above", Metric.CLIP_FRACTION_UPPER))
                                .healthy(HealthyRange.CLIPPED),
                        panel(
                                "Effective sample size",
                                "share of the rollout that counts",
                                Metric.EFFECTIVE_SAMPLE_SIZE),
                        panel("Largest ratio", "of any step", Metric.MAX_RATIO).ofSizes(),
                        panel("Gradient norm", "before it is clipped, mean over the minibatches", Metric.GRADIENT_NORM)
                                .ofSizes(),
                        panel("Policy loss", "negative objective, mean over the minibatches", Metric.POLICY_LOSS),
                        panel(
                                "Trust region step",
                                "share of its full length, 0 if it was not taken",
                                Metric.TRUST_REGION_STEP),
                        panel("Updates", "minibatches learned from in an iteration", Metric.UPDATES),
                        panel("KL to the reference", "of the new policy from the reference, nats", Metric.REFERENCE_KL)
                                .ofSizes(),
                        panel("KL coefficient", "weight of the KL penalty", Metric.KL_COEFFICIENT)
                                .ofSizes()));
    }

    private static PanelGroup valueFunction() {
        return new PanelGroup(
                "Value function",
                true,
                List.of(
                        panel("Explained variance", "1 is perfect, 0 as good as a constant", Metric.EXPLAINED_VARIANCE),
                        panel("Value loss", "half the mean squared error", Metric.VALUE_LOSS)
                                .ofSizes()));
    }

    private static PanelGroup exploration() {
        return new PanelGroup(
                "Exploration",
                true,
                List.of(
                        panel("Entropy", "of the action distribution after the last update, nats", Metric.ENTROPY),
                        panel("Standard deviation", "of continuous actions, mean", Metric.STANDARD_DEVIATION)));
    }

    private static PanelGroup schedules() {
        return new PanelGroup(
                "Schedules",
                true,
                List.of(
                        panel("Learning rate", "of Adam", Metric.LEARNING_RATE),
                        Panel.of(
                                "Clip range",
                                "of the ratio above 1, and below 1 (orange)",
                                Curve.of(MAIN, "above", Metric.CLIP_RANGE_UPPER),
                                Curve.of(SIDE, "below", Metric.CLIP_RANGE_LOWER)),
                        panel("Entropy coefficient", "weight of the entropy in the loss", Metric.ENTROPY_COEFFICIENT)));
    }

    private static PanelGroup time() {
        return new PanelGroup(
                "Time",
                false,
                List.of(
                        panel("Speed", "decisions per second, evaluations left out", RunColumn.STEPS_PER_SECOND),
                        Panel.of(
                                "Seconds of an iteration",
                                "the whole iteration by the clock",
                                Curve.of(MAIN, "iteration", RunColumn.ITERATION_SECONDS)),
                        panel(
                                "Simulation",
                                "seconds of an iteration, mean over the threads",
                                RunColumn.SIMULATION_SECONDS),
                        panel(
                                "Inference",
                                "seconds of an iteration, mean over the threads",
                                RunColumn.INFERENCE_SECONDS),
                        panel("Learning", "seconds of an iteration", RunColumn.LEARNING_SECONDS),
                        panel(
                                "Training time",
                                "seconds since the run began, evaluations included",
                                RunColumn.SECONDS)));
    }

    private static Panel panel(String title, String meaning, Metric metric) {
        return Panel.of(title, meaning, Curve.of(MAIN, title, metric))
                .healthy(HealthyRange.of(metric).orElse(null));
    }

    private static Panel panel(String title, String meaning, RunColumn column) {
        return Panel.of(title, meaning, Curve.of(MAIN, title, column));
    }
}
