package io.github.gdxagents.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.ReplayPlayer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayPilotTest {
    private static final RecordedEpisode WHOLE = Recorder.record(new CountdownSimulation(), 7, Long.MAX_VALUE);

    private static EpisodeSession session(Simulation game, RecordedEpisode episode) {
        EpisodeSession session = ReplayPilot.session(game, episode, "some.replay");
        session.begin(episode.seed());
        return session;
    }

    private static String play(EpisodeSession session) {
        while (!session.isOver()) {
            session.step();
        }
        return ((ReplayPilot) session.pilot()).difference();
    }

    @Test
    void aWholeEpisodeIsPlayedAsItWas() {
        EpisodeSession session = session(new CountdownSimulation(), WHOLE);
        assertThat(session.pilot().name()).isEqualTo("replay some.replay");
        assertThat(play(session)).isNull();
        assertThat(session.fault()).isNull();
        assertThat(session.steps()).isEqualTo(7);
        assertThat(session.status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(session.episodeReturn()).isEqualTo(7 * 2); // the heuristic chooses 2
        assertThat(session.seat().actions().discrete(0)).isEqualTo(2);
        assertThat(session.step()).isFalse();
    }

    @Test
    void theSameEpisodeCanBePlayedAgain() {
        EpisodeSession session = session(new CountdownSimulation(), WHOLE);
        play(session);
        session.begin(WHOLE.seed());
        assertThat(session.isOver()).isFalse();
        assertThat(session.observation()).containsExactly(0, 0); // nobody was asked yet
        assertThat(play(session)).isNull();
        assertThat(session.episodeReturn()).isEqualTo(14);
        assertThat(session.episode()).isEqualTo(2);
    }

    @Test
    void whatIsShownIsWhatTheAgentWasAsked() {
        EpisodeSession session = session(new CountdownSimulation(), WHOLE);
        session.step();
        assertThat(session.observation()).containsExactly(7, 7);
        session.step();
        session.step(); // decides again, with the reward of two steps
        assertThat(session.observation()).containsExactly(5, 7);
        assertThat(session.lastReward()).isEqualTo(4);
    }

    @Test
    void anEpisodeThatWasLeftInItsMidstStopsThere() {
        RecordedEpisode left = Recorder.record(new CountdownSimulation(), 20, 6);
        EpisodeSession session = session(new CountdownSimulation(), left);
        assertThat(play(session)).isNull();
        assertThat(session.steps()).isEqualTo(6);
        assertThat(session.status()).isEqualTo(StepStatus.RUNNING);
        assertThat(session.isOver()).isTrue();
        assertThat(session.episodeReturn()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(value = BreakingGame.Where.class, names = "OBSERVES_MORE", mode = EnumSource.Mode.EXCLUDE)
    void theGameBreaksAsItDid(BreakingGame.Where where) {
        GameFault found = Recorder.fault(new BreakingGame(new CountdownSimulation(), where, 4), 7);
        EpisodeSession session = session(new BreakingGame(new CountdownSimulation(), where, 4), found.episode());
        play(session);
        assertThat(session.fault()).isNotNull().hasMessage(found.getMessage());
        assertThat(session.isOver()).isTrue();
        assertThat(session.step()).isFalse();
        assertThat(session.steps()).isEqualTo(found.episode().steps());
        assertThatThrownBy(
                        () -> ReplayPlayer.play(new BreakingGame(new CountdownSimulation(), where, 4), found.episode()))
                .hasMessage(found.getMessage());
    }

    @ParameterizedTest
    @EnumSource(value = BreakingGame.Where.class, names = "OBSERVES_MORE", mode = EnumSource.Mode.EXCLUDE)
    void aMendedGameIsPlayedToTheEnd(BreakingGame.Where where) {
        GameFault found = Recorder.fault(new BreakingGame(new CountdownSimulation(), where, 4), 7);
        EpisodeSession session = session(new CountdownSimulation(), found.episode());
        assertThat(play(session)).isNull();
        assertThat(session.fault()).isNull();
        assertThat(session.steps()).isGreaterThanOrEqualTo(found.episode().steps());
    }

    @Test
    void aFaultShowsWhatWasObserved() {
        BreakingGame.Where where = BreakingGame.Where.OBSERVES_NAN;
        GameFault found = Recorder.fault(new BreakingGame(new CountdownSimulation(), where, 4), 7);
        EpisodeSession session = session(new BreakingGame(new CountdownSimulation(), where, 4), found.episode());
        play(session);
        assertThat(session.observation()).containsExactly(3, Float.NaN);
    }

    @Test
    void aGameThatBreaksInItsResetHasNothingToShow() {
        BreakingGame game = new BreakingGame(new CountdownSimulation(), BreakingGame.Where.RESET, 0);
        EpisodeSession session = ReplayPilot.session(game, WHOLE, "some.replay");
        assertThat(session.begin(7)).isFalse();
        assertThat(session.isOver()).isTrue();
        assertThat(session.fault()).hasMessageContaining("reset() threw java.lang.IllegalStateException: it broke");
        assertThat(((ReplayPilot) session.pilot()).difference()).isNull();
    }

    @Test
    void settingsThatTheGameCannotBeGivenStopTheReplayBeforeItsFirstStep() {
        RecordedEpisode varied = new RecordedEpisode(7, Map.of("wind", 1.0), 7, WHOLE.hash(), WHOLE.decisions());
        EpisodeSession session = ReplayPilot.session(new CountdownSimulation(), varied, "some.replay");
        for (int episode = 1; episode <= 2; episode++) {
            assertThat(session.begin(7)).as("there is something to be seen").isFalse();
            assertThat(session.isOver()).isTrue();
            assertThat(session.step()).isFalse();
            assertThat(session.fault()).isNull();
            assertThat(((ReplayPilot) session.pilot()).difference())
                    .contains("the episode has settings of its own, {wind=1.0}, but the game can't vary");
        }
    }

    /** At its end the agent is due, and has the reward of two steps. */
    @Test
    void theLastRewardStaysToBeSeen() {
        EpisodeSession session = session(new CountdownSimulation(), Recorder.record(new CountdownSimulation(), 20, 6));
        play(session);
        assertThat(session.lastReward()).isEqualTo(4);
        assertThat(session.rewards().size()).isEqualTo(3); // one for each decision
        assertThat(session.seat().episodeLength()).isEqualTo(3);
    }

    @Test
    void aChangedGameIsNoticedAtItsDecision() {
        EpisodeSession session =
                session(new BreakingGame(new CountdownSimulation(), BreakingGame.Where.OBSERVES_MORE, 4), WHOLE);
        ReplayPilot pilot = (ReplayPilot) session.pilot();
        for (int step = 0; step < 4; step++) {
            session.step();
            assertThat(pilot.difference()).isNull();
        }
        session.step();
        assertThat(pilot.difference()).contains("at decision 3 the game observes otherwise");
        assertThat(play(session)).contains("at decision 3 ");
    }

    @Test
    void aGameThatEndsEarlyIsNoticed() {
        RecordedEpisode longer = new RecordedEpisode(5, 7, WHOLE.hash(), WHOLE.decisions());
        assertThat(play(session(new CountdownSimulation(), longer))).isNotNull();
        RecordedEpisode five = Recorder.record(new CountdownSimulation(), 5, Long.MAX_VALUE);
        RecordedEpisode claimsMore = new RecordedEpisode(5, 9, five.hash(), five.decisions());
        assertThat(play(session(new CountdownSimulation(), claimsMore))).contains("it ends at physics step 5");
    }

    @Test
    void decisionsOfAnotherGameStopTheReplay() {
        RecordedEpisode foreign = new RecordedEpisode(7, 7, 0, new byte[] {5, 0, 0, 0});
        EpisodeSession session = session(new CountdownSimulation(), foreign);
        assertThat(play(session))
                .contains("it is of agent 5, but the game has 1")
                .contains("another game");
        assertThat(session.steps()).isZero();
        session.begin(7);
        assertThat(((ReplayPilot) session.pilot()).difference()).isNull();
    }
}
