package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.config.EvaluationConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final boolean REACHED = true;

    private static EvaluationConfig schedule(int every, double target, double nearReturn, int everyNear) {
        TrainingConfig config = TrainingConfig.builder("test")
                .evaluation(evaluation -> evaluation
                        .everyIterations(every)
                        .targetReturn(target)
                        .nearTarget(near -> near.trainingReturn(nearReturn).everyIterations(everyNear)))
                .build();
        return config.evaluation();
    }

    /** @param returns of training's last episodes, of each behavior; none where no episode has ended */
    private static IterationReport report(int iteration, Double... returns) {
        Map<String, Map<Metric, Double>> metrics = new HashMap<>();
        for (Double mean : returns) {
            metrics.put(
                    "behavior " + metrics.size(), mean == null ? Map.of() : Map.of(Metric.EPISODE_RETURN_MEAN, mean));
        }
        return new IterationReport(iteration, 0, Lesson.NONE, metrics, Map.of(), 0, 0, 0, 1, List.of());
    }

    private static List<Integer> due(EvaluationConfig schedule, boolean hasReachedTarget, Double... returns) {
        return IntStream.rangeClosed(1, 12)
                .filter(i -> Selection.isDue(schedule, report(i, returns), hasReachedTarget))
                .boxed()
                .toList();
    }

    @Test
    void theSteadyPaceIsKeptWhateverTrainingReturns() {
        assertThat(due(schedule(5, 200, NEVER, 1), !REACHED, 300.0)).containsExactly(5, 10);
        assertThat(due(schedule(5, 200, 0, 2), !REACHED, -1.0)).containsExactly(5, 10);
        assertThat(due(schedule(0, 200, NEVER, 1), !REACHED, 300.0)).isEmpty();
    }

    @Test
    void nearTheTargetEvaluationsAreAddedUntilItIsReached() {
        assertThat(due(schedule(5, 200, 0, 4), !REACHED, 0.0)).containsExactly(4, 5, 8, 10, 12);
        assertThat(due(schedule(0, 200, 0, 4), !REACHED, 1.0)).containsExactly(4, 8, 12);
        assertThat(due(schedule(5, 200, 0, 4), REACHED, 1.0)).containsExactly(5, 10);
    }

    @Test
    void withoutATargetNothingIsNearIt() {
        assertThat(due(schedule(5, NEVER, 0, 1), !REACHED, 1.0)).containsExactly(5, 10);
    }

    @Test
    void howNearIsTheMeanOverTheBehaviorsAsInAnEvaluation() {
        assertThat(due(schedule(0, 200, 10, 6), !REACHED, 0.0, 20.0)).containsExactly(6, 12);
        assertThat(due(schedule(0, 200, 10, 6), !REACHED, 0.0, 19.0)).isEmpty();
    }

    @Test
    void aBehaviorThatHasEndedNoEpisodeHasNoSayInHowNearItIs() {
        assertThat(due(schedule(0, 200, 10, 6), !REACHED, 20.0, null)).containsExactly(6, 12);
        assertThat(due(schedule(0, 200, 10, 6), !REACHED, 9.0, null)).isEmpty();
        assertThat(due(schedule(0, 200, -1000, 1), !REACHED, (Double) null)).isEmpty();
    }
}
