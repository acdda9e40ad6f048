package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.ClimbSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chance never finds is learned by lessons that it does find. */
@Tag("slow")
final class CurriculumLearningTest {
    private static final ClimbSimulation.Factory CLIMB = new ClimbSimulation.Factory();

    /** Trains for the same number of steps; the report of the last iteration. */
    private static IterationReport train(long seed, String lessons) {
        TrainingConfig config = ConfigLoader.forGame("climb", CLIMB.settings())
                .set("seed=" + seed, "test")
                .set("rollout.instances=16", "test")
                .set("rollout.horizon=64", "test")
                .set("rollout.threads=1", "test")
                .set("ppo.totalSteps=40_000", "test")
                .set("ppo.minibatchSize=256", "test")
                .set("network.hidden=[16]", "test")
                .set("curriculum.lessons=" + lessons, "test")
                .load();
        try (Trainer trainer = new Trainer(config, CLIMB)) {
            IterationReport report = trainer.iterate();
            while (!trainer.isFinished()) {
                report = trainer.iterate();
            }
            return report;
        }
    }

    private static double meanReturn(IterationReport report) {
        return report.metrics().get("climber").get(Metric.EPISODE_RETURN_MEAN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLongLadderIsClimbedAfterShorterOnesAndNotBefore(long seed) {
        String until = "until: {statistic: reached, atLeast: 0.9, episodes: 100}";
        IterationReport byLessons = train(
                seed,
                "[{name: short, settings: {rungs: 2}, " + until + "}, {name: longer, settings: {rungs: 5}, " + until
                        + "}, {name: long, settings: {rungs: {choice: [5, 10]}}, " + until + "}, {name: whole}]");

        assertThat(meanReturn(train(seed, "[]"))).isZero();
        assertThat(byLessons.lesson().isLast()).isTrue();
        assertThat(meanReturn(byLessons)).isGreaterThan(0.6);
    }
}
