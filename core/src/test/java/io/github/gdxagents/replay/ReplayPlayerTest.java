package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.testgame.SiegeSimulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Episodes played again in games that are as they were. */
class ReplayPlayerTest {
    private static final long[] SEEDS = {0, 1, 20, -7, Long.MIN_VALUE};

    private final List<Simulation> made = new ArrayList<>();

    private Simulation create(Games game) {
        Simulation simulation = game.create();
        made.add(simulation);
        return simulation;
    }

    @AfterEach
    void dispose() {
        made.forEach(Simulation::dispose);
    }

    private static ReplayPlayer replay(Simulation game, RecordedEpisode episode) {
        ReplayPlayer player = new ReplayPlayer(game, episode);
        while (!player.isAtEnd()) {
            assertThat(player.step()).as("step %d", player.loop().steps()).isTrue();
            player.requireSame();
        }
        return player;
    }

    private static Stream<Arguments> episodes() {
        List<Arguments> episodes = new ArrayList<>();
        for (Games game : Games.values()) {
            for (long seed : SEEDS) {
                for (int steps : new int[] {0, 1, 2, 7, 33, 60}) {
                    episodes.add(Arguments.of(game, seed, steps));
                }
            }
        }
        return episodes.stream();
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void aReplayedGameGoesOnAsTheOneThatWasNeverLeft(Games game, long seed, int steps) {
        RandomPlay uninterrupted = RandomPlay.begin(create(game), seed).steps(steps);
        RecordedEpisode left = uninterrupted.episode();
        RandomPlay further = uninterrupted.in(uninterrupted.loop());

        ReplayPlayer player = replay(create(game), left);
        RandomPlay replayed = uninterrupted.in(player.loop());
        assertThat(replayed.episode()).isEqualTo(left);
        assertThat(replayed.loop().steps()).isEqualTo(further.loop().steps());
        for (int i = 0; i < further.loop().seatCount(); i++) {
            assertThat(replayed.loop().seat(i).status())
                    .isEqualTo(further.loop().seat(i).status());
        }
        further.toTheEnd();
        replayed.toTheEnd();
        assertThat(replayed.seen()).isEqualTo(further.seen());
        assertThat(replayed.episode()).isEqualTo(further.episode());
        player.requireSame(); // what followed was never recorded
    }

    @ParameterizedTest
    @EnumSource(Games.class)
    void aWholeEpisodeIsPlayedToItsEnd(Games game) {
        for (long seed : SEEDS) {
            RandomPlay play = RandomPlay.begin(create(game), seed).toTheEnd();
            RecordedEpisode episode = play.episode();
            assertThat(play.decisions()).isPositive();
            assertThat(episode.seed()).isEqualTo(seed);
            assertThat(episode.steps()).isEqualTo(play.loop().steps());

            ReplayPlayer player = replay(create(game), episode);
            assertThat(player.loop().isOver()).isTrue();
            assertThat(player.step()).isFalse();
            player.requireSame();
            assertThat(player.firstDifference()).isZero();
            assertThatCode(() -> ReplayPlayer.play(create(game), episode)).doesNotThrowAnyException();
        }
    }

    @Test
    void theSkirmishHasAgentsThatDieAndReturn() {
        RandomPlay play = RandomPlay.begin(create(Games.SKIRMISH), 1).toTheEnd();
        assertThat(play.statuses())
                .containsExactlyInAnyOrder(StepStatus.RUNNING, StepStatus.TERMINATED, StepStatus.INACTIVE);
        assertThat(play.loop().steps()).isEqualTo(100);
    }

    @Test
    void anInstanceThatPlayedOtherEpisodesReplaysToo() {
        RecordedEpisode episode =
                RandomPlay.begin(create(Games.SKIRMISH), 3).steps(41).episode();
        EpisodeLoop used = RandomPlay.begin(create(Games.SKIRMISH), 9).steps(17).loop();
        ReplayPlayer player = new ReplayPlayer(used, episode);
        while (!player.isAtEnd()) {
            assertThat(player.step()).isTrue();
        }
        player.requireSame();
        assertThat(((RecordedSimulation) used.simulation()).episode()).isEqualTo(episode);
    }

    private static SimulationSettings weak() {
        return new SiegeSimulation.Factory().settings().with("strength", 1).with("delay", 2);
    }

    @Test
    void anEpisodeWithSettingsOfItsOwnIsPlayedWithThem() {
        RandomPlay play = RandomPlay.begin(create(Games.SIEGE), 5, weak()).toTheEnd();
        RecordedEpisode episode = play.episode();
        assertThat(episode.settings()).containsExactly(Map.entry("strength", 1.0), Map.entry("delay", 2.0));
        assertThat(episode.toString())
                .isEqualTo("episode of seed 5 with {strength=1.0, delay=2.0}, "
                        + play.loop().steps() + " physics steps");
        ReplayPlayer player = replay(create(Games.SIEGE), episode);
        assertThat(player.loop().isOver()).isTrue();
        assertThat(((RecordedSimulation) player.loop().simulation()).episode()).isEqualTo(episode);

        RecordedEpisode without = new RecordedEpisode(5, episode.steps(), episode.hash(), episode.decisions());
        assertThat(without).isNotEqualTo(episode);
        assertThatThrownBy(() -> ReplayPlayer.play(create(Games.SIEGE), without))
                .hasMessageContaining("at decision 1 the game observes otherwise");
    }

    @Test
    void theNextEpisodeHasTheInstancesSettingsAgain() {
        RandomPlay play = RandomPlay.begin(create(Games.SIEGE), 5, weak()).steps(2);
        RandomPlay fresh = RandomPlay.begin(create(Games.SIEGE), 4);
        fresh.in(play.loop());
        play.loop().reset(4);
        assertThat(play.episode()).isEqualTo(new RecordedEpisode(4, 0, 0, new byte[0]));
        assertThat(play.steps(3).episode()).isEqualTo(fresh.steps(3).episode());
    }

    @Test
    void settingsThatTheGameHasNotAreNamed() {
        RecordedEpisode foreign = new RecordedEpisode(5, Map.of("wind", 1.0), 0, 0, new byte[0]);
        assertThatThrownBy(() -> ReplayPlayer.play(create(Games.SIEGE), foreign))
                .isInstanceOf(GameFault.class)
                .hasMessageContaining("reset() threw")
                .hasMessageContaining("simulation setting 'strength' does not exist; the game has [wind]");
        assertThatThrownBy(() -> ReplayPlayer.play(create(Games.CORRIDOR), foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "replay of seed 5: the episode has settings of its own, {wind=1.0}, but the game can't vary, since"
                                + " it has no reset(seed, settings); it was recorded in another game, or another version of it")
                .hasRootCauseInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new RecordedEpisode(5, Map.of("two words", 1.0), 0, 0, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'two words'");
    }

    /** Where the record ends, scouts are due at each step, guards at every second. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void whereARecordEndsEachAgentIsAskedOnce(int steps) {
        RandomPlay recorded = RandomPlay.begin(create(Games.SKIRMISH), 3).steps(steps);
        RecordedEpisode episode = recorded.episode();
        recorded.loop().cut();
        List<Integer> observed = new ArrayList<>();
        ReplayPlayer player = new ReplayPlayer(
                new TwistedGame(create(Games.SKIRMISH)) {
                    @Override
                    void observe(int agent, float[] values, ObservationWriter out) {
                        if (steps() == steps) {
                            observed.add(agent);
                        }
                        super.observe(agent, values, out);
                    }
                },
                episode);
        while (player.step()) {
            player.requireSame();
        }
        assertThat(observed).isNotEmpty().doesNotHaveDuplicates();
        for (int i = 0; i < player.loop().seatCount(); i++) {
            Seat seat = player.loop().seat(i);
            Seat original = recorded.loop().seat(i);
            assertThat(seat.reward()).as("agent %d", i).isEqualTo(original.reward());
            assertThat(seat.episodeReturn()).isEqualTo(original.episodeReturn());
            assertThat(seat.episodeLength()).isEqualTo(original.episodeLength());
            assertThat(seat.isOpen()).isFalse();
        }
    }

    @Test
    void anEpisodeIsACopyThatFurtherStepsDoNotTouch() {
        RandomPlay play = RandomPlay.begin(create(Games.SKIRMISH), 5).steps(10);
        RecordedEpisode early = play.episode();
        byte[] decisions = early.decisions();
        play.steps(10);
        assertThat(early.steps()).isEqualTo(10);
        assertThat(early.decisions()).isEqualTo(decisions);
        decisions[0]++;
        assertThat(early.decisions()[0]).isEqualTo((byte) (decisions[0] - 1));
        assertThat(play.episode()).isNotEqualTo(early);
        assertThat(play.episode().decisions()).startsWith(early.decisions());
    }

    /** A trainer looks at every running episode after each iteration: one without an end must not take longer and longer. */
    @Test
    void lookingAtALongEpisodeCopiesNothing() {
        RecordedSimulation recorded = new RecordedSimulation(create(Games.SKIRMISH));
        EpisodeLoop loop = new EpisodeLoop(recorded);
        loop.playAll(new RandomDecider(RandomStream.of(1), false));
        loop.reset(5);
        for (int i = 0; i < 10; i++) {
            loop.step();
        }
        RecordedEpisode early = recorded.episode();
        byte[] decisions = early.decisions();
        assertThat(recorded.episode().bytes()).isSameAs(early.bytes());
        assertThat(early.size()).isEqualTo(decisions.length);
        loop.reset(6);
        for (int i = 0; i < 10; i++) {
            loop.step();
        }
        assertThat(early.decisions())
                .as("the next episode has an array of its own")
                .isEqualTo(decisions);
    }

    @Test
    void resettingBeginsARecordAnew() {
        Simulation game = create(Games.SKIRMISH);
        RecordedEpisode first = RandomPlay.begin(game, 4).steps(12).episode();
        RandomPlay other = RandomPlay.begin(create(Games.SKIRMISH), 8).steps(30);
        other.loop().reset(4);
        assertThat(other.episode()).isEqualTo(new RecordedEpisode(4, 0, 0, new byte[0]));
        assertThat(RandomPlay.begin(create(Games.SKIRMISH), 4).steps(12).episode())
                .isEqualTo(first)
                .hasSameHashCodeAs(first)
                .hasToString("episode of seed 4, 12 physics steps");
    }

    @Test
    void aLoopWhoseGameIsNotRecordedIsRefused() {
        EpisodeLoop loop = new EpisodeLoop(create(Games.CORRIDOR));
        RecordedEpisode episode = new RecordedEpisode(1, 0, 0, new byte[0]);
        assertThatThrownBy(() -> new ReplayPlayer(loop, episode))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replay: the simulation must be a RecordedSimulation, but is"
                        + " io.github.gdxagents.testgame.CorridorSimulation; wrap it");
    }

    @Test
    void anEpisodeOfNegativeLengthIsRefused() {
        assertThatThrownBy(() -> new RecordedEpisode(1, -1, 0, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 or more steps, but has -1");
    }
}
