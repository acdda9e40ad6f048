package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled game keeps the promise: the same seed, the same result, whatever plays it and wherever it was stopped. */
@Tag("slow")
class BundledGamesTest {
    private static List<String> games() {
        return GameCatalog.games().stream().map(Game::name).toList();
    }

    private static Trainer trainer(String game, int threads) {
        TrainingConfig config = TrainingConfig.builder("test")
                .rollout(new RolloutConfig(6, 64, threads))
                .network(network -> network.hidden(List.of(16)))
                .ppo(ppo -> ppo.minibatchSize(128).epochs(2))
                .build();
        return new Trainer(config, GameCatalog.get(game).factory());
    }

    @ParameterizedTest
    @MethodSource("games")
    void isTheSameAtAnyNumberOfThreadsAndAfterARestore(String game) {
        try (Trainer one = trainer(game, 1);
                Trainer four = trainer(game, 4)) {
            for (int i = 0; i < 3; i++) {
                assertThat(four.iterate().metrics()).isEqualTo(one.iterate().metrics());
            }
            TrainerState saved = one.state();
            try (Trainer restored = trainer(game, 2)) {
                restored.restore(saved);
                for (int i = 0; i < 2; i++) {
                    assertThat(restored.iterate().metrics())
                            .isEqualTo(one.iterate().metrics());
                }
                assertThat(restored.state().learners().get(0).parameters())
                        .containsExactly(one.state().learners().get(0).parameters());
            }
        }
    }
}
