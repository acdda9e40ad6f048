package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.games.lander.LanderFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The settings for the most decisions per second that the docs ship. */
final class ThroughputSettingsTest {
    private static ConfigLoader lander() {
        return ConfigLoader.forGame("lander", new LanderFactory(false).settings());
    }

    /** Decisions from one evaluation to the next. */
    private static int between(int iterations, TrainingConfig config) {
        return iterations * config.rollout().instances() * config.rollout().horizon();
    }

    private static int updatesOf(TrainingConfig config, int decisions) {
        return decisions / config.ppo().minibatchSize() * config.ppo().epochs();
    }

    @Test
    void theyLeaveLessToTheLearnerAndTheGameAsItIs() {
        TrainingConfig shipped = lander().load();
        TrainingConfig fast =
                lander().file(Path.of("docs", "lander-throughput.yaml")).load();

        assertThat(fast.settings()).isEqualTo(shipped.settings());
        assertThat(fast.ppo().totalSteps()).isEqualTo(shipped.ppo().totalSteps());
        assertThat(fast.ppo().epochs()).isEqualTo(4).isLessThan(shipped.ppo().epochs());
        assertThat(updatesOf(fast, 1 << 20)).isEqualTo(4 << 10).isLessThan(updatesOf(shipped, 1 << 20));
        assertThat(fast.rollout().instances()).isGreaterThan(shipped.rollout().instances());
        assertThat(fast.rollout().horizon()).isEqualTo(shipped.rollout().horizon());
        assertThat(between(fast.evaluation().everyIterations(), fast))
                .isEqualTo(between(shipped.evaluation().everyIterations(), shipped));
        assertThat(between(fast.evaluation().nearTarget().everyIterations(), fast))
                .isEqualTo(between(shipped.evaluation().nearTarget().everyIterations(), shipped));
        assertThat(fast.network().hidden().get(0))
                .isLessThan(shipped.network().hidden().get(0));
    }
}
