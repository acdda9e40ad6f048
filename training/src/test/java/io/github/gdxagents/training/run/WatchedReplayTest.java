package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedReplayTest {
    /** Plays until it breaks, all agents standing still. */
    private static RecordedEpisode recorded(FragileCorridor game) {
        EpisodeLoop loop = new EpisodeLoop(new RecordedSimulation(game.create(game.settings())));
        loop.playAll(seat -> {});
        loop.reset(3);
        return catchThrowableOfType(GameFault.class, () -> {
                    while (true) {
                        loop.step();
                    }
                })
                .episode();
    }

    @Test
    void aStepThatDoesNotComeBackIsShownWhereItIs() {
        RecordedEpisode episode = recorded(new FragileCorridor(FragileCorridor.Break.THROW, seed -> true));
        FragileCorridor hanging = new FragileCorridor(FragileCorridor.Break.HANG, seed -> true);
        RecordedSimulation game = new RecordedSimulation(hanging.create(hanging.settings()));
        try {
            assertThatThrownBy(() -> new WatchedReplay(game, episode, Duration.ofSeconds(1)).play())
                    .isInstanceOf(GameFault.class)
                    .hasMessageContaining("physics step 4: it has not come back for 1 s; its thread is at")
                    .hasMessageContaining("FragileCorridor$Fragile.hang(FragileCorridor.java:");
        } finally {
            hanging.release();
        }
    }

    @Test
    void aFaultIsThatOfTheGame() {
        FragileCorridor game = new FragileCorridor(FragileCorridor.Break.THROW, seed -> true);
        RecordedEpisode episode = recorded(game);
        RecordedSimulation instance = new RecordedSimulation(game.create(game.settings()));
        assertThatThrownBy(() -> new WatchedReplay(instance, episode, Duration.ofSeconds(60)).play())
                .isInstanceOf(GameFault.class)
                .hasMessageContaining("the floor gave way");
    }
}
