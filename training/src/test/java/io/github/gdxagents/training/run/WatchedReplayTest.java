package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedReplayTest {
    /** Plays until it breaks, all agents standing still. */
    private static RecordedEpisode recorded(FragileCorridor game) {
        EpisodeRunner runner = new EpisodeRunner(new RecordedSimulation(game.create(game.settings())));
        runner.reset(3);
        Actions actions = new Actions(runner.agent(0).behavior().action());
        ObservationWriter writer =
                new ObservationWriter(runner.agent(0).behavior().observation());
        float[] observation = new float[runner.agent(0).behavior().observation().size()];
        return catchThrowableOfType(GameFault.class, () -> {
                    while (true) {
                        runner.agent(0).takeReward();
                        runner.agent(0).observe(writer.begin(observation));
                        runner.agent(0).act(actions);
                        runner.step();
                    }
                })
                .episode();
    }

    @Test
    void aStepThatDoesNotComeBackIsShownWhereItIs() {
        RecordedEpisode episode = recorded(new FragileCorridor(FragileCorridor.Break.THROW, seed -> true));
        FragileCorridor hanging = new FragileCorridor(FragileCorridor.Break.HANG, seed -> true);
        Simulation game = hanging.create(hanging.settings());
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
        assertThatThrownBy(
                        () -> new WatchedReplay(game.create(game.settings()), episode, Duration.ofSeconds(60)).play())
                .isInstanceOf(GameFault.class)
                .hasMessageContaining("the floor gave way");
    }
}
