package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.evaluation.ReturnStatistics;
import io.github.gdxagents.training.rollout.GameFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunColumnsTest {
    private static Map<String, Double> scalars(String... behaviors) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        for (String behavior : behaviors) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            values.put(Metric.ENTROPY, 1.5);
            values.put(Metric.VALUE_LOSS, 2.0);
            values.put(Metric.CLIP_FRACTION_LOWER, 0.25);
            values.put(Metric.CLIP_FRACTION_UPPER, 0.125);
            values.put(Metric.KL_COEFFICIENT, Double.NaN);
            metrics.put(behavior, values);
        }
        return IterationRecords.columns(behaviors)
                .scalars(new IterationRecord(
                        new IterationReport(1, 2, Lesson.NONE, metrics, Map.of(), 0.5, 0.25, 0.125, 1, List.of()),
                        3,
                        4,
                        null));
    }

    /** Sums of rewards that are floats may be none. */
    @Test
    void whatIsTooLargeForAFloatStaysANumber() {
        BehaviorSpec behavior = BehaviorSpec.builder("walker")
                .observation(ObservationSpec.of("x"))
                .action(ActionSpec.builder().continuous("a").build())
                .build();
        Map<String, Map<Metric, Double>> metrics =
                Map.of("walker", new EnumMap<>(Map.of(Metric.EPISODE_RETURN_MEAN, 5e38, Metric.MAX_RATIO, 0.1)));
        RunColumns columns = new RunColumns(List.of(behavior));
        List<String> cells = columns.cells(new IterationRecord(
                new IterationReport(1, 2, Lesson.NONE, metrics, Map.of(), 0.5, 0.25, 0.125, 1, List.of()), 3, 4, null));
        assertThat(cells).contains("5.0E38", "0.1").doesNotContain("Infinity");
    }

    @Test
    void aBehaviorWithoutEpisodesInAnEvaluationHasNoFiguresOfIt() {
        EvaluationResult none = IterationRecords.evaluation();
        Map<String, Double> scalars =
                IterationRecords.columns("lander").scalars(IterationRecords.iteration(1, 2, none, "lander"));
        assertThat(scalars).doesNotContainKey("eval/mean_reward").doesNotContainValue(Double.NaN);
    }

    @Test
    void tagsOfStableBaselinesHoldItsFigures() {
        assertThat(scalars("walker"))
                .containsEntry("train/entropy", 1.5)
                .containsEntry("train/entropy_loss", -1.5)
                .containsEntry("train/value_loss", 4.0) // the mean squared error, of which ours is half
                .containsEntry("train/clip_fraction", 0.375)
                .containsEntry("time/fps", 4.0)
                .doesNotContainKey("train/kl_coefficient");
        assertThat(scalars("scout", "guard")).containsEntry("guard/train/clip_fraction", 0.375);
    }

    @Test
    void scalarsAreInTheOrderInWhichEventFilesAlwaysHadThem() {
        IterationRecord iteration = IterationRecords.iteration(1, 2, IterationRecords.evaluation(1, 2), "lander");

        assertThat(IterationRecords.columns("lander").scalars(iteration).keySet())
                .containsExactly(
                        "rollout/ep_rew_mean",
                        "train/approx_kl",
                        "time/fps",
                        "time/iterations",
                        "time/time_elapsed",
                        "time/simulation_seconds",
                        "time/inference_seconds",
                        "time/learning_seconds",
                        "eval/mean_reward",
                        "eval/mean_ep_length");
    }

    @Test
    void aGamesOwnFiguresHaveColumnsOfTheirBehavior() {
        BehaviorSpec scout = IterationRecords.behavior("scout")
                .rewardTerms("lamp")
                .statistics("caught")
                .build();
        GameFigure lamp = GameFigure.of(scout).get(0);
        GameFigure caught = GameFigure.of(scout).get(1);
        RunColumns columns =
                new RunColumns(List.of(IterationRecords.behavior("guard").build(), scout));
        IterationReport report = new IterationReport(
                1,
                2,
                Lesson.NONE,
                Map.of(),
                Map.of("scout", Map.of(lamp, 0.5, caught, 3.0)),
                0.5,
                0.25,
                0.125,
                1,
                List.of());
        EvaluationResult evaluation = new EvaluationResult(
                List.of(
                        new BehaviorResult("guard", new ReturnStatistics(new double[] {1}), 1, Map.of()),
                        new BehaviorResult(
                                "scout", new ReturnStatistics(new double[] {1}), 1, Map.of(lamp, 0.25, caught, 2.0))),
                List.of(),
                0);
        IterationRecord iteration = new IterationRecord(report, 3, 4, evaluation);

        assertThat(columns.names())
                .endsWith(
                        "scout.reward_lamp",
                        "scout.game_caught",
                        "scout.evaluation_reward_lamp",
                        "scout.evaluation_game_caught")
                .doesNotContain("guard.reward_lamp");
        assertThat(columns.cells(iteration)).hasSameSizeAs(columns.names()).endsWith("0.5", "3.0", "0.25", "2.0");
        assertThat(columns.scalars(iteration))
                .containsEntry("scout/reward/lamp", 0.5)
                .containsEntry("scout/game/caught", 3.0)
                .containsEntry("scout/eval_game/caught", 2.0)
                .doesNotContainKey("guard/game/caught");
    }

    @Test
    void everyMetricIsInTheDocumentation() throws IOException {
        String text = Files.readString(Path.of("docs/metrics.md"));
        for (Metric metric : Metric.values()) {
            String column = metric.column();
            String suffix = column.substring(column.lastIndexOf('_') + 1);
            boolean isNamed = text.contains("`" + column + "`")
                    || text.contains("`_" + suffix + "`")
                            && text.contains(column.substring(0, column.lastIndexOf('_')));
            assertThat(isNamed).as(column).isTrue();
        }
        GameFigure term = new GameFigure("<term>", true, 0);
        GameFigure statistic = new GameFigure("<statistic>", false, 0);
        for (GameFigure figure : List.of(term, statistic)) {
            assertThat(text)
                    .contains("`" + figure.column() + "`", "`" + EvaluationColumn.of(figure.column()) + "`")
                    .contains("`" + figure.tag() + "`", "`eval_" + figure.tag() + "`");
        }
    }
}
