package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.testgame.CorridorSimulation;
import org.junit.jupiter.api.Test;

/** A record has as much room as it is given: the walker of the corridor rests at its left end, which takes 100 steps. */
class RecordRoomTest {
    private static final int BYTES_OF_A_DECISION = 3; // agent, check, choice

    private static EpisodeLoop play(RecordedSimulation recorded) {
        EpisodeLoop loop = new EpisodeLoop(recorded);
        loop.playAll(seat -> seat.actions().clear()); // to the left
        loop.reset(1);
        while (!loop.isOver()) {
            loop.step();
        }
        return loop;
    }

    private static Simulation corridor() {
        CorridorSimulation.Factory factory = new CorridorSimulation.Factory();
        return factory.create(factory.settings());
    }

    @Test
    void anEpisodeIsCutOffWhenItsRecordIsFull() {
        EpisodeLoop loop = play(new RecordedSimulation(corridor(), 1000, 20 * BYTES_OF_A_DECISION));
        assertThat(loop.steps()).isEqualTo(20);
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TRUNCATED);
    }

    @Test
    void anEpisodeIsCutOffAfterSoManySteps() {
        EpisodeLoop loop = play(new RecordedSimulation(corridor(), 30, 1000));
        assertThat(loop.steps()).isEqualTo(30);
        assertThat(loop.seat(0).status()).isEqualTo(StepStatus.TRUNCATED);
    }

    @Test
    void whatEndsBeforeEndsByItself() {
        assertThat(play(new RecordedSimulation(corridor())).steps()).isEqualTo(100);
    }
}
