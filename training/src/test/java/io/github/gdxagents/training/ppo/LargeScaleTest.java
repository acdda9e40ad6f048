package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.Metric;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings for large scale that the docs ship. */
class LargeScaleTest {
    private static ConfigLoader loader(String game) {
        return ConfigLoader.forGame(game, SimulationSettings.none()).file(Path.of("docs", "large-scale.yaml"));
    }

    @Test
    void theyAreLargeForAnyGame() {
        for (String game : new String[] {"lander", "com.acme.Other"}) {
            TrainingConfig config = loader(game).load();
            assertThat(config.rollout().instances()).isGreaterThanOrEqualTo(4096);
            assertThat(config.ppo().minibatchSize()).isBetween(10_000, 100_000);
            assertThat(config.network().hidden())
                    .allSatisfy(size -> assertThat(size).isBetween(256, 1024));
            assertThat(config.learner().inference()).isEqualTo(InferenceDevice.DEVICE);
        }
    }

    /** On the CPU, with a game and networks that cost little, and nothing else made smaller. */
    @Test
    void anIterationOfThemIsCollectedAndLearnedFrom() {
        TrainingConfig config = loader("corridor")
                .set("network.hidden=[8]", "--set")
                .set("ppo.epochs=1", "--set")
                .set("learner.device=cpu", "--set")
                .load();
        try (Trainer trainer = new Trainer(config, new CorridorSimulation.Factory())) {
            Map<Metric, Double> metrics =
                    trainer.iterate().metrics().values().iterator().next();
            assertThat(trainer.steps()).isEqualTo(4096 * 32);
            assertThat(metrics.get(Metric.MAX_RATIO)).isBetween(1.0, 2.0);
            assertThat(metrics.values()).allSatisfy(value -> assertThat(value).isNotInfinite());
        }
    }
}
