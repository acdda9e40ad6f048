package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Episodes played again in games that are not what they were. The skirmish has scouts 0 to 2, due at each step, and guards 3 and 4. */
class ChangedGameTest {
    private static RecordedEpisode recorded(Games game, long seed, int steps) {
        return RandomPlay.begin(game.create(), seed).steps(steps).episode();
    }

    private static ReplayPlayer play(Simulation game, RecordedEpisode episode) {
        ReplayPlayer player = new ReplayPlayer(game, episode);
        while (!player.isAtEnd()) {
            assertThat(player.step()).isTrue();
        }
        return player;
    }

    /** One bit of one value of one agent is another, from some step on or at that step alone. */
    private static TwistedGame changed(int agent, int index, int at, boolean once) {
        return new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float value(int asked, int i, float value) {
                boolean isTime = once ? steps() == at : steps() >= at;
                return asked == agent && i == index && isTime ? Math.nextUp(value) : value;
            }
        };
    }

    /** The number of an agent's first decision from a step on; 0 if it makes none. */
    private static int firstDecision(RandomPlay play, int agent, int from) {
        List<String> decisions = decisions(play);
        for (int i = 0; i < decisions.size(); i++) {
            String[] words = decisions.get(i).split(" ");
            if (Integer.parseInt(words[0]) >= from && Integer.parseInt(words[2]) == agent) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<String> decisions(RandomPlay play) {
        return play.seen().stream().filter(line -> !line.startsWith("end")).toList();
    }

    private static int stepOf(RandomPlay play, int decision) {
        return Integer.parseInt(decisions(play).get(decision - 1).split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 12})
    void aDifferenceIsNoticedAtItsDecision(int from) {
        RandomPlay play = RandomPlay.begin(Games.SKIRMISH.create(), 11).steps(20);
        for (int agent = 0; agent < 5; agent++) {
            int expected = firstDecision(play, agent, from);
            assertThat(expected).isPositive();
            for (boolean once : new boolean[] {false, true}) {
                TwistedGame game = changed(agent, 2, stepOf(play, expected), once);
                assertThatThrownBy(() -> ReplayPlayer.play(game, play.episode()))
                        .as("agent %d, once %s", agent, once)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("replay of seed 11: at decision " + expected
                                + " the game observes otherwise than when it was recorded. The game was changed since then, or it"
                                + " is not deterministic: SimulationCheck tells");
                assertThat(game.steps()).isEqualTo(stepOf(play, expected) + 1);
                assertThat(play(game, play.episode()).firstDifference()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aDifferenceInTheLastDecisionIsNeverMissed() {
        for (long seed = 0; seed < 600; seed++) { // the check byte alone would miss one in 256
            RecordedEpisode episode = recorded(Games.TIME_LIMIT, seed, 5);
            TwistedGame game = new TwistedGame(Games.TIME_LIMIT.create()) {
                @Override
                float value(int agent, int index, float value) {
                    return steps() == 4 ? Math.nextUp(value) : value;
                }
            };
            assertThat(play(game, episode).firstDifference())
                    .as("seed %d", seed)
                    .isEqualTo(5);
        }
    }

    @Test
    void aDifferenceThatItsCheckByteMissesIsNoticedLater() {
        int missed = 0;
        for (long seed = 0; seed < 2000; seed++) {
            RecordedEpisode episode = recorded(Games.TIME_LIMIT, seed, 8);
            TwistedGame game = new TwistedGame(Games.TIME_LIMIT.create()) {
                @Override
                float value(int agent, int index, float value) {
                    return steps() == 2 ? Math.nextUp(value) : value;
                }
            };
            int noticed = play(game, episode).firstDifference();
            assertThat(noticed).as("seed %d", seed).isBetween(3, 8);
            missed += noticed > 3 ? 1 : 0;
        }
        // 2000 / 256 = 8 are expected, with a standard deviation of 3
        assertThat(missed).isBetween(1, 20);
    }

    @Test
    void zeroIsNotMinusZero() {
        RecordedEpisode episode = recorded(Games.RECALL, 1, 2);
        TwistedGame game = new TwistedGame(Games.RECALL.create()) {
            @Override
            float value(int agent, int index, float value) {
                return value == 0 ? -0f : value;
            }
        };
        assertThatThrownBy(() -> ReplayPlayer.play(game, episode)).hasMessageContaining("at decision 1 ");
    }

    @Test
    void aGameThatEndsEarlyIsNoticed() {
        RecordedEpisode episode = recorded(Games.TIME_LIMIT, 6, 8);
        TwistedGame game = new TwistedGame(Games.TIME_LIMIT.create()) {
            @Override
            public boolean isEpisodeOver() {
                return steps() >= 5;
            }
        };
        assertThatThrownBy(() -> ReplayPlayer.play(game, episode))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "replay of seed 6: it ends at physics step 5 after 5 decisions, but when it was recorded it went on."
                                + " The game was changed since then, or it is not deterministic: SimulationCheck tells");
    }

    @Test
    void aGameThatEndsInsteadOfItsLastStepIsNoticed() {
        // kept for a fault in step(): there are decisions, but no step that they led to
        RecordedEpisode whole = recorded(Games.TIME_LIMIT, 6, 8);
        RecordedEpisode episode = new RecordedEpisode(6, 7, whole.hash(), whole.decisions());
        ReplayPlayer.play(Games.TIME_LIMIT.create(), episode);
        TwistedGame game = new TwistedGame(Games.TIME_LIMIT.create()) {
            @Override
            public boolean isEpisodeOver() {
                return steps() >= 7;
            }
        };
        assertThatThrownBy(() -> ReplayPlayer.play(game, episode))
                .hasMessageContaining("it ends at physics step 7 after 7 decisions");
    }

    @Test
    void anAgentThatWantsMoreDecisionsIsNoticed() {
        RecordedEpisode whole = recorded(Games.TIME_LIMIT, 6, 8);
        byte[] fewer = Arrays.copyOf(whole.decisions(), whole.decisions().length - 6); // two decisions of three bytes
        RecordedEpisode two = recorded(Games.TIME_LIMIT, 6, 6);
        RecordedEpisode episode = new RecordedEpisode(6, 8, two.hash(), fewer);
        assertThatThrownBy(() -> ReplayPlayer.play(Games.TIME_LIMIT.create(), episode))
                .hasMessageContaining("it ends at physics step 6 after 6 decisions");
    }

    @Test
    void anAgentThatWaitsWhereItDecidedIsNoticed() {
        RandomPlay play = RandomPlay.begin(Games.SKIRMISH.create(), 11).steps(20);
        TwistedGame game = new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            StepStatus status(int agent) {
                return is(agent, 1, 4) ? StepStatus.INACTIVE : super.status(agent);
            }
        };
        int missing = firstDecision(play, 1, 4);
        assertThat(stepOf(play, missing)).isEqualTo(4);
        assertThatThrownBy(() -> ReplayPlayer.play(game, play.episode()))
                .hasMessageContaining("at decision " + missing + " ");
    }
}
