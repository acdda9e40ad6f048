package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import io.github.gdxagents.training.rollout.GameFigure;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static double explainedVariance(float[] returns, float[] values) {
        Rollout rollout = new Rollout(
                RandomBehaviors.behavior(1, 1, 0, RandomStream.of(1)), returns.length + 1, 1, Sequences.NONE);
        rollout.lengths[0] = returns.length;
        System.arraycopy(returns, 0, rollout.returns, 0, returns.length);
        System.arraycopy(values, 0, rollout.values, 0, values.length);
        rollout.returns[returns.length] = 1e6f; // not a row
        return Diagnostics.explainedVariance(rollout);
    }

    @Test
    void explainedVarianceIsAsWorkedByHand() {
        // returns 1, 2, 3, 6: mean 3, squares 4 + 1 + 0 + 9 = 14
        // errors R - V: 0, 1, 1, 0: mean 0.5, squares 4 * 0.25 = 1; 1 - 1/14
        assertThat(explainedVariance(new float[] {1, 2, 3, 6}, new float[] {1, 1, 2, 6}))
                .isCloseTo(13 / 14.0, within(1e-12));
        assertThat(explainedVariance(new float[] {1, 2, 3, 6}, new float[] {1, 2, 3, 6}))
                .isEqualTo(1);
        assertThat(explainedVariance(new float[] {1, 2, 3, 6}, new float[] {9, 9, 9, 9}))
                .isZero();
        // the negative of the returns' deviation: errors twice as large
        assertThat(explainedVariance(new float[] {-1, 1}, new float[] {1, -1})).isEqualTo(-3);
        assertThat(explainedVariance(new float[] {2, 2}, new float[] {1, 3})).isNaN();
    }

    @Test
    void theWindowKeepsTheLastHundredEpisodes() {
        EpisodeWindow window = new EpisodeWindow(RandomBehaviors.behavior(1, 0, 1, RandomStream.of(1)));
        List<FinishedEpisode> episodes = new ArrayList<>();
        for (int i = 1; i <= 110; i++) {
            episodes.add(new FinishedEpisode(i, 2 * i)); // 11 to 110 stay
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        window.report(metrics);
        assertThat(metrics).containsOnlyKeys(Metric.EPISODES);
        window.add(episodes);
        window.report(metrics);
        assertThat(metrics)
                .containsEntry(Metric.EPISODES, 110.0)
                .containsEntry(Metric.EPISODE_RETURN_MEAN, 60.5)
                .containsEntry(Metric.EPISODE_RETURN_MEDIAN, 60.5)
                .containsEntry(Metric.EPISODE_RETURN_MIN, 11.0)
                .containsEntry(Metric.EPISODE_RETURN_MAX, 110.0)
                .containsEntry(Metric.EPISODE_LENGTH_MEAN, 121.0)
                .containsEntry(Metric.EPISODE_LENGTH_MEDIAN, 121.0)
                .containsEntry(Metric.EPISODE_LENGTH_MIN, 22.0)
                .containsEntry(Metric.EPISODE_LENGTH_MAX, 220.0);
    }

    private static BehaviorSpec picker(String... statistics) {
        return BehaviorSpec.builder("picker")
                .observation(ObservationSpec.of("ripe"))
                .action(ActionSpec.builder().branch("work", "rest", "pick").build())
                .rewardTerms("fruit")
                .statistics(statistics)
                .build();
    }

    @Test
    void aRestoredWindowHasWhatTheGameReports() {
        EpisodeWindow window = new EpisodeWindow(picker("picked", "missed"));
        window.add(List.of(
                new FinishedEpisode(3, 8, List.of(4.0), List.of(5.0, 6.0)),
                new FinishedEpisode(1, 8, List.of(2.0), List.of(7.0, 6.0))));
        EpisodeWindow restored = new EpisodeWindow(picker("picked", "missed"));
        restored.restore(window.save());
        assertThat(restored.figures()).isEqualTo(window.figures()).hasSize(3).containsValue(6.0);
        assertThat(restored.save()).containsExactly(window.save());
    }

    /** Whoever adds a statistic to a game and goes on keeps returns and lengths, and the terms that are as they were. */
    @Test
    void whatTheGameDidNotReportBeforeIsLeftOut() {
        EpisodeWindow window = new EpisodeWindow(picker("picked"));
        window.add(List.of(new FinishedEpisode(3, 8, List.of(4.0), List.of(5.0))));
        EpisodeWindow restored = new EpisodeWindow(picker("picked", "missed"));
        restored.restore(window.save());
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        restored.report(metrics);
        assertThat(metrics)
                .containsEntry(Metric.EPISODE_RETURN_MEAN, 3.0)
                .containsEntry(Metric.EPISODE_LENGTH_MEAN, 8.0);
        assertThat(restored.figures()).containsOnlyKeys(new GameFigure("fruit", true, 0));
        restored.add(List.of(new FinishedEpisode(1, 8, List.of(2.0), List.of(7.0, 9.0))));
        assertThat(restored.figures()).containsEntry(new GameFigure("missed", false, 1), 9.0);
    }

    @Test
    void theMedianOfThreeIsTheMiddle() {
        EpisodeWindow window = new EpisodeWindow(RandomBehaviors.behavior(1, 0, 1, RandomStream.of(1)));
        window.add(List.of(new FinishedEpisode(9, 1), new FinishedEpisode(1, 7), new FinishedEpisode(2, 3)));
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        window.report(metrics);
        assertThat(metrics)
                .containsEntry(Metric.EPISODE_RETURN_MEDIAN, 2.0)
                .containsEntry(Metric.EPISODE_LENGTH_MEDIAN, 3.0);
    }
}
