package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.testgame.WrappedAgent;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a game does wrong is named, kept, and found again. */
class GameFaultTest {
    private static final long SEED = 11;

    private static GameFault record(Simulation broken) {
        return catchThrowableOfType(
                GameFault.class, () -> RandomPlay.begin(broken, SEED).toTheEnd());
    }

    @ParameterizedTest
    @EnumSource(BrokenGame.Fault.class)
    void theMessageSaysWhoWhenAndWhat(BrokenGame.Fault fault) {
        GameFault found = record(new BrokenGame(fault));
        assertThat(found).as("fault").isNotNull();
        assertThat(found).hasMessageStartingWith(fault.place()).hasMessageContaining(fault.message());
        assertThat(found.episode().seed()).isEqualTo(SEED);
        assertThat(found.episode().steps()).isEqualTo(fault.steps());
        if (fault.isThrown()) {
            assertThat(found.getCause()).isNotNull().isNotInstanceOf(GameFault.class);
            assertThat(found).hasMessageContaining("() threw " + found.getCause());
            assertThat(found)
                    .hasMessageMatching(
                            "(?s).* at io\\.github\\.gdxagents\\.replay\\.BrokenGame\\.[a-z]\\w+\\(BrokenGame.java:\\d+\\)");
        } else {
            assertThat(found).hasNoCause();
        }
    }

    @ParameterizedTest
    @EnumSource(BrokenGame.Fault.class)
    void aReplayLeadsToTheSameFault(BrokenGame.Fault fault) {
        GameFault found = record(new BrokenGame(fault));
        assertThatThrownBy(() -> ReplayPlayer.play(new BrokenGame(fault), found.episode()))
                .isInstanceOfSatisfying(
                        GameFault.class, again -> assertThat(again.episode()).isEqualTo(found.episode()))
                .hasMessage(found.getMessage());
    }

    @ParameterizedTest
    @EnumSource(BrokenGame.Fault.class)
    void aReplayInAMendedGameEndsWell(BrokenGame.Fault fault) {
        GameFault found = record(new BrokenGame(fault));
        assertThatCode(() -> ReplayPlayer.play(Games.SKIRMISH.create(), found.episode()))
                .doesNotThrowAnyException();
    }

    /** As a trainer does, who looks at agents that have ended, and at the end of an iteration at all. */
    private static void assertFoundAgain(Supplier<Simulation> broken, GameFault found, String message) {
        assertThat(found).hasMessageContaining(message);
        assertThatThrownBy(() -> ReplayPlayer.play(broken.get(), found.episode()))
                .isInstanceOf(GameFault.class)
                .hasMessage(found.getMessage());
        assertThatCode(() -> ReplayPlayer.play(Games.SKIRMISH.create(), found.episode()))
                .doesNotThrowAnyException();
    }

    @Test
    void aRewardAtAnAgentsEndIsFoundAgain() {
        Supplier<Simulation> broken = () -> new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float takeReward(int agent) {
                return super.takeReward(agent) / (status(agent).isEnd() ? 0 : 1);
            }
        };
        GameFault found = record(broken.get());
        assertFoundAgain(broken, found, "the reward must be finite, but is -Infinity");
        assertThat(found.episode().steps()).isBetween(1L, 99L);
    }

    @Test
    void anObservationAtTheTimeLimitIsFoundAgain() {
        Supplier<Simulation> broken = () -> new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float value(int agent, int index, float value) {
                return steps() == 100 ? Float.NaN : value;
            }
        };
        assertFoundAgain(broken, record(broken.get()), "physics step 100: observation 'x' must be finite");
    }

    @Test
    void aFaultOfAnAgentThatIsNotDueIsFoundAgain() {
        Supplier<Simulation> broken = () -> new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float value(int agent, int index, float value) {
                return is(agent, 3, 11) ? Float.NaN : value;
            }
        };
        Simulation game = broken.get();
        RandomPlay play = RandomPlay.begin(game, SEED).steps(11);
        Agent guard = play.loop().seat(3).agent();
        assertThat(play.loop().isDecisionDue(play.loop().seat(3))).isFalse();
        GameFault found = catchThrowableOfType(
                GameFault.class,
                () -> guard.observe(new ObservationWriter(guard.behavior().observation()).begin(new float[4])));
        assertFoundAgain(broken, found, "agent 3 (guard), episode seed 11, physics step 11: observation 'place'");
    }

    @Test
    void aRewardOfAnAgentThatWaitsIsFoundAgain() {
        Supplier<Simulation> broken = () -> new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float takeReward(int agent) {
                return status(agent) == StepStatus.INACTIVE ? Float.NaN : super.takeReward(agent);
            }
        };
        RandomPlay play = RandomPlay.begin(broken.get(), SEED);
        EpisodeLoop loop = play.loop();
        GameFault found = catchThrowableOfType(GameFault.class, () -> {
            while (!loop.isOver()) { // as a trainer does at the end of an iteration
                play.steps(1);
                loop.cut();
            }
        });
        assertFoundAgain(broken, found, "the reward must be finite, but is NaN");
    }

    /** A harvest whose picker breaks a rule at its last step. */
    private static Simulation harvest(Supplier<Float> value) {
        return new WrappedSimulation(Games.HARVEST.create(), agent -> new WrappedAgent(agent) {
            @Override
            public void statistics(NamedValues out) {
                super.statistics(out);
                out.set("missed", value.get());
            }
        });
    }

    @Test
    void aStatisticThatIsNoNumberIsFoundAgain() {
        GameFault found = record(harvest(() -> Float.NaN));
        assertThat(found)
                .hasMessage(
                        "agent 0 (picker), episode seed 11, physics step 8: statistic 'missed' must be finite, but is NaN");
        assertThatThrownBy(() -> ReplayPlayer.play(harvest(() -> Float.NaN), found.episode()))
                .hasMessage(found.getMessage());
        Supplier<Float> thrower = () -> {
            throw new IllegalStateException("it broke");
        };
        assertThat(record(harvest(thrower)))
                .hasMessageContaining(
                        "physics step 8: statistics() threw java.lang.IllegalStateException: it broke at ");
    }

    @Test
    void aRewardTermThatIsNoNumberIsFoundAgain() {
        Supplier<Simulation> broken =
                () -> new WrappedSimulation(Games.HARVEST.create(), agent -> new WrappedAgent(agent) {
                    @Override
                    public void rewardTerms(NamedValues out) {
                        super.rewardTerms(out);
                        out.set("fruit", out.get(0) / 0); // infinite or no number
                    }
                });
        GameFault found = record(broken.get());
        assertThat(found)
                .hasMessage(
                        "agent 0 (picker), episode seed 11, physics step 0: reward term 'fruit' must be finite, but is NaN");
        assertThatThrownBy(() -> ReplayPlayer.play(broken.get(), found.episode()))
                .hasMessage(found.getMessage());
    }

    @Test
    void aTermThatIsNotDeclaredAndATeamThatThrowsAreNamed() {
        assertThat(record(new WrappedSimulation(Games.HARVEST.create(), agent -> new WrappedAgent(agent) {
                    @Override
                    public void rewardTerms(NamedValues out) {
                        out.set("luck", 1);
                    }
                })))
                .hasMessageContaining(
                        "rewardTerms() threw java.lang.IllegalArgumentException: there is no value 'luck'");
        assertThat(record(new WrappedSimulation(Games.SIEGE.create(), agent -> new WrappedAgent(agent) {
                    @Override
                    public Team team() {
                        throw new IllegalStateException("it broke");
                    }
                })))
                .hasMessageContaining(
                        "agent 0 (besieger), episode seed 11, physics step 0: team() threw java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({"STEP_THROWS", "OBSERVE_THROWS", "STATUS_THROWS", "MASK_THROWS", "ACT_THROWS", "REWARD_THROWS"})
    void outOfMemoryIsNobodysFault(BrokenGame.Fault fault) {
        OutOfMemoryError error = new OutOfMemoryError("heap");
        Simulation game = new BrokenGame(fault, () -> error);
        assertThat(catchThrowable(() -> RandomPlay.begin(game, SEED).toTheEnd()))
                .isSameAs(error);
    }

    @Test
    void aGameThatCantGiveItsAgentsIsNamed() {
        Simulation game = new TwistedGame(Games.SKIRMISH.create()) {
            private boolean isMade = true;

            @Override
            public List<? extends Agent> agents() {
                if (isMade) {
                    throw new IllegalStateException("no agents yet");
                }
                return super.agents();
            }
        };
        assertThatThrownBy(() -> new RecordedSimulation(game))
                .isInstanceOf(GameFault.class)
                .hasMessageStartingWith(
                        "episode seed 0, physics step 0: agents() threw java.lang.IllegalStateException:"
                                + " no agents yet at io.github.gdxagents.replay.GameFaultTest");
    }

    @Test
    void aHeuristicThatThrowsIsNamed() {
        RecordedSimulation recorded = new RecordedSimulation(new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            void heuristic(int agent, Actions out) {
                out.setDiscrete(0, 9);
            }
        });
        recorded.reset(3);
        Agent guard = recorded.agents().get(4);
        assertThatThrownBy(() -> guard.heuristic(new Actions(guard.behavior().action())))
                .isInstanceOf(GameFault.class)
                .hasMessageStartingWith("agent 4 (guard), episode seed 3, physics step 0: heuristic() threw"
                        + " java.lang.IllegalArgumentException: action branch 'step' has choices 0 to 2, but was given 9"
                        + " at io.github.gdxagents.replay.GameFaultTest");
    }

    @Test
    void aFaultOfAnAgentOfAnotherRecordedGameKeepsItsName() {
        GameFault inner = new RecordedSimulation(Games.CORRIDOR.create()).fault("stuck");
        Simulation outer = new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            public void step() {
                throw inner;
            }
        };
        assertThat(record(outer)).isSameAs(inner).hasMessage("episode seed 0, physics step 0: stuck");
    }

    @Test
    void withoutAStackTraceThereIsNoPlace() {
        Error bare = new AssertionError("bare");
        bare.setStackTrace(new StackTraceElement[0]);
        GameFault found = record(new BrokenGame(BrokenGame.Fault.STEP_THROWS, () -> bare));
        assertThat(found).hasMessageEndingWith("step() threw java.lang.AssertionError: bare");
    }

    @Test
    void aFaultOfLibrariesAloneIsPlacedInThem() {
        Throwable thrown = catchThrowable(() -> Collections.emptyList().get(0));
        StackTraceElement[] trace = thrown.getStackTrace();
        thrown.setStackTrace(new StackTraceElement[] {
            trace[0], new StackTraceElement(RecordedSimulation.class.getName(), "step", "RecordedSimulation.java", 1)
        });
        assertThat(FaultPlace.of(thrown)).isEqualTo(" at " + trace[0]);
    }

    /** Java itself says no more than that it could not. */
    @Test
    void whyAClassCannotBeLoadedIsSaid() {
        Throwable thrown = new ExceptionInInitializerError(new IllegalStateException("no map"));
        thrown.setStackTrace(new StackTraceElement[0]);

        assertThat(FaultPlace.describe(thrown))
                .startsWith(
                        "java.lang.ExceptionInInitializerError, caused by java.lang.IllegalStateException: no map at "
                                + GameFaultTest.class.getName());
    }
}
