package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkPass;
import io.github.gdxagents.training.network.NetworkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulationPoolClosingTest {
    private static final BehaviorSpec WALKER = ScriptedSimulation.behavior("walker", 1, 0);
    private static final BehaviorSpec RUNNER = ScriptedSimulation.behavior("runner", 1, 0);

    private final List<ScriptedSimulation> games = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    /** A step of it comes back once its caller has taken note of an interrupt, and waits all the same. */
    private static final class Patient extends ScriptedSimulation {
        private final Thread caller = Thread.currentThread();
        private volatile boolean hasStepped;
        private boolean isDisposedBeforeItsStepEnded;

        Patient() {
            add(WALKER, ".T");
        }

        @Override
        public void step() {
            super.step();
            while (caller.isInterrupted() || !isCallerWaiting()) {
                Thread.onSpinWait();
            }
            hasStepped = true;
        }

        private boolean isCallerWaiting() {
            return caller.getState() == Thread.State.WAITING || caller.getState() == Thread.State.TIMED_WAITING;
        }

        @Override
        public void dispose() {
            super.dispose();
            isDisposedBeforeItsStepEnded = !hasStepped;
        }
    }

    /** Whoever left would read rollouts, or save instances, that a worker is still changing. */
    @Test
    void whoIsInterruptedWhileItCollectsStaysUntilTheLastStepIsDone() {
        Patient game = new Patient();
        try (SimulationPool pool = ScriptedPool.of(() -> game, 1, 1, 1)) {
            Thread.currentThread().interrupt();
            List<Rollout> collected = ScriptedPool.collect(pool);
            assertThat(game.hasStepped).isTrue();
            assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
            assertThat(ScriptedPool.rows(collected.get(0), 0)).containsExactly("0 2 TERMINATED");
        }
    }

    @Test
    void whoIsInterruptedWhileItClosesWaitsForTheThreadsBeforeItDisposes() {
        Patient game = new Patient();
        SimulationPool pool = ScriptedPool.of(() -> game, 1, 1, 1);
        pool.begin(ScriptedPool.weights(pool, ObservationNormalizer.identity(2)), pool.rollouts());
        Thread.currentThread().interrupt();
        pool.close();
        assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
        assertThat(game.disposed).isEqualTo(1);
        assertThat(game.isDisposedBeforeItsStepEnded).isFalse();
    }

    @Test
    void closingDisposesEveryInstanceOnce() {
        SimulationPool pool = ScriptedPool.of(this::game, 4, 1, 2);
        ScriptedPool.collect(pool);
        pool.close();
        pool.close();
        assertThat(games)
                .hasSize(4)
                .allSatisfy(game -> assertThat(game.disposed).isEqualTo(1));
    }

    private ScriptedSimulation game() {
        return keep(new ScriptedSimulation());
    }

    private ScriptedSimulation keep(ScriptedSimulation game) {
        games.add(game.add(WALKER, ".T").add(RUNNER, ".T"));
        return game;
    }

    /** Out of memory is no fault of the game, and so not overlooked. */
    private ScriptedSimulation gameThatCannotBeDisposed() {
        int number = games.size();
        return keep(new ScriptedSimulation() {
            @Override
            public void dispose() {
                super.dispose();
                throw new OutOfMemoryError("game " + number);
            }
        });
    }

    /** Networks whose closing fails, or whose making does for runners. */
    private final class BadNetworks implements NetworkSource {
        private final boolean canBeMade;

        BadNetworks(boolean canBeMade) {
            this.canBeMade = canBeMade;
        }

        @Override
        public ActorCritic networks(BehaviorSpec behavior) {
            return ScriptedPool.networks(behavior);
        }

        @Override
        public Inference inference(ActorCritic networks, int slots) {
            String name = networks.behavior().name();
            if (!canBeMade && name.equals(RUNNER.name())) {
                throw new IllegalStateException("no device for " + name);
            }
            return new Inference() {
                @Override
                public NetworkPass pass(int capacity) {
                    return Inference.inJava(networks).pass(capacity);
                }

                @Override
                public void close() {
                    closed.add(name);
                    throw new IllegalStateException("the device keeps " + name);
                }
            };
        }
    }

    private SimulationPool pool(Supplier<? extends Simulation> game, boolean canBeMade) {
        return new SimulationPool(game, new RolloutConfig(2, 1, 1), ScriptedPool.STOP, 1, new BadNetworks(canBeMade));
    }

    @Test
    void whatFailsToCloseKeepsNothingElseOpenAndIsNotLost() {
        SimulationPool pool = pool(this::gameThatCannotBeDisposed, true);
        Throwable failure = catchThrowable(pool::close);
        assertThat(games).allSatisfy(game -> assertThat(game.disposed).isEqualTo(1));
        assertThat(closed).containsExactly("walker", "runner");
        assertThat(failure).isInstanceOf(OutOfMemoryError.class).hasMessage("game 0");
        assertThat(messages(failure.getSuppressed()))
                .containsExactly("game 1", "the device keeps walker", "the device keeps runner");
    }

    @Test
    void whatCannotBeMadeIsTheFailureWhateverFailsToCloseThen() {
        Throwable failure = catchThrowable(() -> pool(this::gameThatCannotBeDisposed, false));
        assertThat(games)
                .hasSize(2)
                .allSatisfy(game -> assertThat(game.disposed).isEqualTo(1));
        assertThat(closed).containsExactly("walker");
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("no device for runner");
        assertThat(messages(failure.getSuppressed())).containsExactly("game 0", "game 1", "the device keeps walker");
    }

    private static List<String> messages(Throwable[] failures) {
        return List.of(failures).stream().map(Throwable::getMessage).toList();
    }
}
