package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agent 1 of instance 2 breaks a rule at physics step 3. */
class SimulationFaultTest {
    private static final BehaviorSpec BEHAVIOR = ScriptedSimulation.behavior("walker", 1, 0);

    /** What is broken. */
    private enum Rule {
        NAN_OBSERVATION,
        INFINITE_OBSERVATION,
        TOO_FEW_VALUES,
        OBSERVE_THROWS,
        NAN_REWARD,
        MASK_LEAVES_NOTHING,
        ACT_THROWS,
        STEP_THROWS,
        RESET_THROWS
    }

    private static final class Broken extends ScriptedSimulation {
        private final Rule rule;
        private final boolean breaks;

        Broken(Rule rule, boolean breaks) {
            this.rule = rule;
            this.breaks = breaks;
            add(BEHAVIOR, ".....T");
            add(BEHAVIOR, ".....T");
        }

        boolean breaks(Rule asked) {
            return breaks && rule == asked && step == 3;
        }

        @Override
        public List<? extends Agent> agents() {
            return List.of(scripted.get(0), new BrokenAgent(this, scripted.get(1)));
        }

        @Override
        public void reset(long newSeed) {
            super.reset(newSeed);
            if (breaks && rule == Rule.RESET_THROWS) {
                throw new IllegalStateException("no room");
            }
        }

        @Override
        public void step() {
            if (breaks(Rule.STEP_THROWS)) {
                throw new ArithmeticException("a joint came off");
            }
            super.step();
        }
    }

    private record BrokenAgent(Broken game, ScriptedSimulation.ScriptedAgent agent) implements Agent {
        @Override
        public BehaviorSpec behavior() {
            return agent.behavior();
        }

        @Override
        public void observe(ObservationWriter out) {
            if (game.breaks(Rule.OBSERVE_THROWS)) {
                throw new NullPointerException("no body");
            } else if (game.breaks(Rule.NAN_OBSERVATION)) {
                out.add(0).add(Float.NaN);
            } else if (game.breaks(Rule.INFINITE_OBSERVATION)) {
                out.add(Float.POSITIVE_INFINITY).add(0);
            } else if (game.breaks(Rule.TOO_FEW_VALUES)) {
                out.add(0);
            } else {
                agent.observe(out);
            }
        }

        @Override
        public void mask(ActionMask mask) {
            for (int c = 0; c < 3 && game.breaks(Rule.MASK_LEAVES_NOTHING); c++) {
                mask.forbid(0, c);
            }
        }

        @Override
        public void act(Actions actions) {
            if (game.breaks(Rule.ACT_THROWS)) {
                throw new IllegalArgumentException("can't push");
            }
        }

        @Override
        public float takeReward() {
            return game.breaks(Rule.NAN_REWARD) ? Float.NaN : agent.takeReward();
        }

        @Override
        public StepStatus status() {
            return agent.status();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAN_OBSERVATION | 3 | observation 'agent' must be finite, but is NaN",
                "INFINITE_OBSERVATION | 3 | observation 'step' must be finite, but is Infinity",
                "TOO_FEW_VALUES | 3 | only 1 of 2 values were written; the first that is missing is 'agent'",
                "OBSERVE_THROWS | 3 | observe() threw java.lang.NullPointerException: no body",
                "NAN_REWARD | 3 | the reward must be finite, but is NaN",
                "MASK_LEAVES_NOTHING | 3 | mask of action branch 'pick': all 3 choices are forbidden",
                "ACT_THROWS | 3 | act() threw java.lang.IllegalArgumentException: can't push",
            })
    void aFaultOfAnAgentNamesItAndTheRule(Rule rule, int step, String expected) {
        assertFault(rule, step, "agent 1 (walker), ", expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STEP_THROWS | 3 | step() threw java.lang.ArithmeticException: a joint came off",
                "RESET_THROWS | 0 | reset() threw java.lang.IllegalStateException: no room at io.github"
            })
    void aFaultOfTheGameNamesTheInstance(Rule rule, int step, String expected) {
        assertFault(rule, step, "", expected);
    }

    private static void assertFault(Rule rule, int step, String agent, String expected) {
        for (int threads = 1; threads <= 2; threads++) {
            List<Broken> games = new ArrayList<>();
            try (SimulationPool pool = ScriptedPool.of(
                    () -> {
                        Broken game = new Broken(rule, games.size() == 2);
                        games.add(game);
                        return game;
                    },
                    3,
                    8,
                    threads)) {
                SimulationFault fault = catchThrowableOfType(SimulationFault.class, () -> ScriptedPool.collect(pool));
                assertThat(fault)
                        .hasMessageStartingWith("instance 2, " + agent + "episode seed " + games.get(2).seed
                                + ", physics step " + step + ": ")
                        .hasMessageContaining(expected);
                assertThat(fault.place()).isEqualTo("instance 2");
                assertThat(fault.episode().orElseThrow().seed()).isEqualTo(games.get(2).seed);
                assertThat(fault.episode().orElseThrow().steps()).isEqualTo(step);
            }
        }
    }

    /** Agent 0 has observed and waits for its decision when agent 1 breaks: what it then remembers must not reach the next episode. */
    @Test
    void aRestartedInstanceRemembersNothing() {
        List<Broken> games = new ArrayList<>();
        FaultConfig restart = new FaultConfig(GameFaultAction.RESTART, LearningFaultAction.STOP, 60);
        Supplier<Broken> game = () -> {
            Broken made = new Broken(Rule.OBSERVE_THROWS, games.isEmpty());
            games.add(made);
            return made;
        };
        NetworkConfig gru = TestNetworks.config(
                new int[] {4}, Activation.TANH, Trunk.SEPARATE, new MemoryConfig(MemoryKind.GRU, 3, 4));
        try (SimulationPool pool = new SimulationPool(
                game, new RolloutConfig(2, 8, 1), restart, 1, behavior -> new ActorCritic(behavior, gru))) {
            float[] flat = new float[new ActorCritic(BEHAVIOR, gru).parameterCount()];
            RandomStream random = RandomStream.of(5);
            for (int i = 0; i < flat.length; i++) {
                flat[i] = random.nextGaussian();
            }
            List<Weights> weights = List.of(new Weights(flat, ObservationNormalizer.identity(2)));
            Rollout first = pool.collect(weights).get(0);
            assertThat(first.lengths).containsExactly(0, 0, 8, 8);
            assertThat(pool.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault).hasMessageContaining("instance 0, agent 1"));
            assertThat(pool.finishedEpisodes(0))
                    .as("those of the sound instance alone")
                    .hasSize(2);

            Rollout second = pool.collect(weights).get(0);
            assertThat(second.lengths).containsExactly(8, 8, 8, 8);
            assertThat(games).as("two, and one in the place of the broken one").hasSize(3);
            assertThat(games.get(0).disposed).isEqualTo(1);
            for (int slot = 0; slot < 2; slot++) {
                assertThat(second.begins[second.row(0, slot)]).isTrue();
                for (int i = 0; i < second.sequences().memorySize(); i++) {
                    assertThat(second.memories[second.memoryOffset(0, slot) + i])
                            .isZero();
                }
            }
        }
    }

    @Test
    void ofSeveralBrokenInstancesTheFirstIsNamedWhateverTheirNames() {
        FaultConfig restart = new FaultConfig(GameFaultAction.RESTART, LearningFaultAction.STOP, 60);
        try (SimulationPool pool = new SimulationPool(
                () -> new Broken(Rule.STEP_THROWS, true),
                new RolloutConfig(12, 8, 2),
                restart,
                1,
                ScriptedPool::networks)) {
            assertThat(catchThrowableOfType(SimulationFault.class, () -> ScriptedPool.collect(pool)))
                    .as("all are broken, so that restarting them is no use")
                    .hasMessageStartingWith("instance 0, ");
            assertThat(pool.faults()).hasSize(12);
            assertThat(pool.faults().get(2).place()).isEqualTo("instance 2");
        }
    }
}
