package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A game that can't be played without memory. */
@Tag("slow")
class MemoryLearningTest {
    private static final RecallSimulation.Factory GAME = new RecallSimulation.Factory();

    private static TrainingConfig.Builder config(MemoryKind kind, Trunk trunk) {
        return TrainingConfig.builder("test")
                .network(network -> network.hidden(List.of(16))
                        .trunk(trunk)
                        .memory(memory -> memory.kind(kind).size(16).sequenceLength(8)));
    }

    private static Training train(MemoryKind kind, Trunk trunk, long seed) {
        return Training.of(
                GAME,
                config(kind, trunk)
                        .seed(seed)
                        .ppo(ppo -> ppo.totalSteps(50_000).learningRate(4e-3))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"GRU, SEPARATE, 1", "GRU, SHARED, 2", "LSTM, SEPARATE, 1", "LSTM, SHARED, 2"})
    void memoryIsLearnedAndPlaysFromItsFile(MemoryKind kind, Trunk trunk, long seed) throws IOException {
        Training training = train(kind, trunk, seed);
        assertThat(training.meanReturn()).isGreaterThan(0.95 * RecallSimulation.OPTIMUM);
        byte[] file = PolicyFile.toBytes(training.policy());
        assertThat(Training.play(GAME, PolicyFile.read(new ByteArrayInputStream(file))))
                .isGreaterThan(0.99 * RecallSimulation.OPTIMUM);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void withoutMemoryItIsAGuess(long seed) {
        Training training = train(MemoryKind.NONE, Trunk.SEPARATE, seed);
        // 100 episodes of ±1: standard error 0.1
        assertThat(training.meanReturn())
                .isBetween(RecallSimulation.WITHOUT_MEMORY - 0.45, RecallSimulation.WITHOUT_MEMORY + 0.45);
        assertThat(Training.play(GAME, training.policy())).isBetween(-0.3, 0.3);
    }

    @Test
    void withMemoryTheResultIsTheSameAtAnyNumberOfThreadsAndAfterARestore() {
        try (Trainer one = trainer(1);
                Trainer four = trainer(4)) {
            for (int i = 0; i < 4; i++) {
                assertThat(four.iterate().metrics()).isEqualTo(one.iterate().metrics());
            }
            TrainerState saved = one.state();
            try (Trainer restored = trainer(2)) {
                restored.restore(saved);
                one.restore(saved); // running episodes begin anew here too
                for (int i = 0; i < 3; i++) {
                    assertThat(restored.iterate().metrics())
                            .isEqualTo(one.iterate().metrics());
                }
                float[] actual = restored.state().learners().get(0).parameters();
                assertThat(actual).containsExactly(one.state().learners().get(0).parameters());
                assertThat(Arrays.equals(actual, saved.learners().get(0).parameters()))
                        .isFalse();
            }
        }
    }

    private static Trainer trainer(int threads) {
        TrainingConfig config = config(MemoryKind.GRU, Trunk.SHARED)
                .rollout(new RolloutConfig(6, 20, threads))
                .ppo(ppo -> ppo.objective("kl-penalty", Map.of("klTarget", Schedule.constant(0.01))))
                .normalization(normalization -> normalization.observations(true).rewards(true))
                .build();
        return new Trainer(config, GAME);
    }
}
