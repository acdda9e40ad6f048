package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.metrics.Metric;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole training with {@code learner.inference: device}, on the CPU. */
@Tag("slow")
class DeviceInferenceTrainingTest {
    private static TrainerState after(int iterations, TrainingConfig config, SimulationFactory game) {
        try (Trainer trainer = new Trainer(config, game)) {
            for (int i = 0; i < iterations; i++) {
                trainer.iterate();
            }
            return trainer.state();
        }
    }

    private static TrainingConfig config(int width, int threads) {
        return onDevice(TrainingConfig.builder("test")
                .seed(3)
                .rollout(new RolloutConfig(37, 16, threads))
                .network(network -> network.hidden(List.of(width)))
                .normalization(normalization -> normalization.observations(true).rewards(true)));
    }

    private static TrainingConfig onDevice(TrainingConfig.Builder config) {
        return config.learner(learner -> learner.inference(InferenceDevice.DEVICE))
                .build();
    }

    /** Shares of one to 37 instances; at a width of 1024 batches of other sizes would be added up in another order. */
    @ParameterizedTest
    @ValueSource(ints = {32, 1024})
    void theResultIsTheSameBitForBitAtAnyNumberOfThreads(int width) {
        TrainerState alone = after(2, config(width, 1), new SkirmishFactory());
        Exactly.assertSame(after(2, config(width, 1), new SkirmishFactory()), alone);
        Exactly.assertSame(after(2, config(width, 3), new SkirmishFactory()), alone);
        Exactly.assertSame(after(2, config(width, 37), new SkirmishFactory()), alone);
    }

    static Stream<SimulationFactory> games() {
        return Stream.of(
                new CorridorSimulation.Factory(),
                new TargetSimulation.Factory(),
                new MaskedChoiceSimulation.Factory(),
                new SkirmishFactory());
    }

    /**
     * Collector and learner compute the same policy: before the first update nothing has moved. In a skirmish agents wait, and what is open
     * at the end of an iteration was decided by an older policy than the next one learns with: there the first iteration counts alone.
     */
    @ParameterizedTest
    @MethodSource("games")
    void everyRatioIsOne(SimulationFactory game) {
        TrainingConfig config = onDevice(Training.singleUpdate(1e-4));
        try (Trainer trainer = new Trainer(config, game)) {
            for (int i = 0; i < (game instanceof SkirmishFactory ? 1 : 4); i++) {
                for (Map<Metric, Double> metrics : trainer.iterate().metrics().values()) {
                    assertThat(metrics.get(Metric.MAX_RATIO)).isCloseTo(1, within(1e-4));
                    assertThat(metrics.get(Metric.CLIP_FRACTION_LOWER)).isZero();
                    assertThat(metrics.get(Metric.CLIP_FRACTION_UPPER)).isZero();
                }
            }
        }
    }

    /** One iteration decides with the same weights on both, so that all that differs is rounding. */
    @Test
    void theFirstRolloutIsThatOfPlainJava() {
        TrainingConfig config = Training.singleUpdate(0.2).build();
        TrainerState java = after(1, config, new TargetSimulation.Factory());
        TrainerState device = after(1, onDevice(config.toBuilder()), new TargetSimulation.Factory());
        assertThat(device.learners().get(0).observationMoments())
                .containsExactly(java.learners().get(0).observationMoments(), within(1e-4));
        assertThat(device.learners().get(0).parameters())
                .containsExactly(java.learners().get(0).parameters(), within(1e-4f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCorridorIsLearned(long seed) {
        TrainingConfig config =
                onDevice(TrainingConfig.builder("test").seed(seed).ppo(ppo -> ppo.totalSteps(30_000)));
        try (Trainer trainer = new Trainer(config, new CorridorSimulation.Factory())) {
            Map<String, Map<Metric, Double>> metrics = Map.of();
            while (!trainer.isFinished()) {
                metrics = trainer.iterate().metrics();
            }
            assertThat(metrics.get("walker").get(Metric.EPISODE_RETURN_MEAN))
                    .isGreaterThan(0.95 * CorridorSimulation.OPTIMUM);
        }
    }
}
