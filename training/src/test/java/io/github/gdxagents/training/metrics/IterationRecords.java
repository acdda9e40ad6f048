package io.github.gdxagents.training.metrics;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.evaluation.ReturnStatistics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up iterations. */
public final class IterationRecords {
    private IterationRecords() {}

    public static IterationRecord iteration(int number, long steps, EvaluationResult evaluation, String... behaviors) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        for (String behavior : behaviors) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            values.put(Metric.EPISODE_RETURN_MEAN, number - 0.5);
            values.put(Metric.APPROX_KL, 0.0078125);
            values.put(Metric.ENTROPY, Double.NaN);
            metrics.put(behavior, values);
        }
        return new IterationRecord(
                new IterationReport(number, steps, Lesson.NONE, metrics, Map.of(), 0.5, 0.25, 0.125, 1, List.of()),
                number * 2.0,
                8192,
                evaluation);
    }

    /** The columns of behaviors whose games report no figures of their own. */
    public static RunColumns columns(String... behaviors) {
        return new RunColumns(
                Arrays.stream(behaviors).map(name -> behavior(name).build()).toList());
    }

    public static BehaviorSpec.Builder behavior(String name) {
        return BehaviorSpec.builder(name)
                .observation(ObservationSpec.of("x"))
                .action(ActionSpec.builder().continuous("push").build());
    }

    public static EvaluationResult evaluation(double... returns) {
        return new EvaluationResult(
                List.of(new BehaviorResult("lander", new ReturnStatistics(returns), 12, Map.of())), List.of(), 0);
    }
}
