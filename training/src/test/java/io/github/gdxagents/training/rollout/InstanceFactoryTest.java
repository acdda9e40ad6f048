package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.config.RolloutConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a game does wrong while it is made, and while it is made anew. */
class InstanceFactoryTest {
    private static final BehaviorSpec WALKER = ScriptedSimulation.behavior("walker", 1, 0);
    private static final BehaviorSpec SLOW_WALKER = ScriptedSimulation.behavior("walker", 2, 0);
    private static final FaultConfig RESTART = new FaultConfig(GameFaultAction.RESTART, LearningFaultAction.STOP, 60);

    private final List<Simulation> made = new ArrayList<>();

    private static ScriptedSimulation game(int agents) {
        ScriptedSimulation game = new ScriptedSimulation();
        for (int i = 0; i < agents; i++) {
            game.add(WALKER, ".....T");
        }
        return game;
    }

    /** Breaks in its first step. */
    private static ScriptedSimulation broken() {
        return new ScriptedSimulation() {
            @Override
            public void step() {
                throw new ArithmeticException("a joint came off");
            }
        }.add(WALKER, ".....T").add(WALKER, ".....T");
    }

    private Supplier<Simulation> factory(IntFunction<Simulation> nth) {
        return () -> {
            made.add(null); // counts those that can't be made, too
            Simulation game = nth.apply(made.size() - 1);
            made.set(made.size() - 1, game);
            return game;
        };
    }

    private SimulationPool pool(int instances, IntFunction<Simulation> nth) {
        return new SimulationPool(factory(nth), new RolloutConfig(instances, 4, 1), RESTART, 1, ScriptedPool::networks);
    }

    private static Simulation fail(Throwable thrown) {
        throw InstanceFactoryTest.<RuntimeException>sneaked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Nobody waits for ever: one second is the least that a watchdog can have. */
    @Test
    void anInstanceThatIsNeverMadeIsNamed() {
        CountDownLatch never = new CountDownLatch(1);
        FaultConfig impatient = new FaultConfig(GameFaultAction.RESTART, LearningFaultAction.STOP, 1);
        Supplier<Simulation> factory = factory(n -> {
            Uninterruptibly.await(n == 1 ? never : new CountDownLatch(0));
            return game(2);
        });
        assertThatThrownBy(() ->
                        new SimulationPool(factory, new RolloutConfig(4, 4, 1), impatient, 1, ScriptedPool::networks))
                .isInstanceOf(SimulationFault.class)
                .hasMessageStartingWith("instance 1, can't be made: it has not come back for 1 s; its thread is at");
        never.countDown();
    }

    @Test
    void anInstanceThatDoesNotComeBackFromBeingDisposedIsLeftWithAllOthers() {
        CountDownLatch never = new CountDownLatch(1);
        InstanceFactory factory = new InstanceFactory(settings -> game(2), Duration.ofSeconds(1));
        AtomicInteger disposals = new AtomicInteger();
        ScriptedSimulation stuck = new ScriptedSimulation() {
            @Override
            public void dispose() {
                disposals.incrementAndGet();
                Uninterruptibly.await(never);
            }
        };
        factory.dispose(stuck, "the first");
        factory.dispose(stuck, "the second");
        assertThat(disposals).hasValue(1);
        never.countDown();
    }

    /** Also if it is interrupted: a game need not care. */
    private static final class Uninterruptibly {
        static void await(CountDownLatch latch) {
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    // goes on
                }
            }
        }
    }

    @Test
    void anInstanceThatCanNotBeMadeIsNamed() {
        for (Throwable thrown : List.of(new GdxRuntimeException("File not found: map.tmx"), new AssertionError("no"))) {
            made.clear();
            assertThatThrownBy(() -> pool(4, n -> n == 2 ? fail(thrown) : game(2)))
                    .isInstanceOf(SimulationFault.class)
                    .hasMessageStartingWith("instance 2, can't be made: " + thrown + " at ")
                    .hasCause(thrown);
            assertThat(((ScriptedSimulation) made.get(0)).disposed).isEqualTo(1);
            assertThat(((ScriptedSimulation) made.get(1)).disposed).isEqualTo(1);
        }
        assertThatThrownBy(() -> pool(2, n -> null)).hasMessageContaining("the factory returned null");
    }

    @Test
    void memoryThatIsUsedUpIsNoFaultOfTheGame() {
        OutOfMemoryError error = new OutOfMemoryError("planted");
        assertThatThrownBy(() -> pool(2, n -> fail(error))).isSameAs(error);
    }

    @Test
    void anInstanceWithOtherAgentsIsRefused() {
        assertThatThrownBy(() -> pool(2, n -> game(2 - n)))
                .isInstanceOf(SimulationFault.class)
                .hasMessageStartingWith("instance 1, can't be made: it has the agents [")
                .hasMessageContaining("but the first instance had [walker, walker]");
        made.clear();
        assertThatThrownBy(() -> pool(2, n -> game(2 + n))).hasMessageContaining("[walker, walker, walker]");
        made.clear();
        assertThatThrownBy(() -> pool(2, n -> new ScriptedSimulation().add(n == 0 ? WALKER : SLOW_WALKER, "..T")))
                .as("one name, another behavior")
                .hasMessageContaining("instance 1, can't be made");
        assertThat(((ScriptedSimulation) made.get(1)).disposed).isEqualTo(1);
    }

    @Test
    void anInstanceThatCanNotBeMadeAnewIsCountedAndTriedAgain() {
        ScriptedSimulation[] first = {broken()};
        try (SimulationPool pool = pool(2, n -> switch (n) {
            case 0 -> first[0];
            case 2 -> fail(new GdxRuntimeException("File not found"));
            case 3 -> game(1);
            default -> game(2);
        })) {
            ScriptedPool.collect(pool);
            assertThat(pool.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.episode()).isPresent());
            for (String expected : List.of("GdxRuntimeException: File not found", "it has the agents [")) {
                assertThat(ScriptedPool.collect(pool).get(0).lengths).containsExactly(0, 0, 4, 4);
                SimulationFault fault = pool.faults().get(0);
                assertThat(fault)
                        .hasMessageContaining("instance 0, can't be made: ")
                        .hasMessageContaining(expected);
                assertThat(fault.episode()).as("no episode had begun").isEmpty();
            }
            assertThat(ScriptedPool.collect(pool).get(0).lengths).containsExactly(4, 4, 4, 4);
            assertThat(pool.faults()).isEmpty();
        }
        assertThat(first[0].disposed).as("though it was tried three times").isEqualTo(1);
    }

    @Test
    void aBrokenGameThatCanNotBeDisposedEither() {
        ScriptedSimulation stubborn = new ScriptedSimulation() {
            @Override
            public void step() {
                throw new ArithmeticException("a joint came off");
            }

            @Override
            public void dispose() {
                throw new AssertionError("not now");
            }
        }.add(WALKER, ".....T").add(WALKER, ".....T");
        try (SimulationPool pool = pool(2, n -> n == 0 ? stubborn : game(2))) {
            ScriptedPool.collect(pool);
            assertThat(ScriptedPool.collect(pool).get(0).lengths).containsExactly(4, 4, 4, 4);
        }
    }

    @Test
    void anEpisodeThatIsOverAtOnceIsAFault() {
        ScriptedSimulation over = new ScriptedSimulation() {
            @Override
            public boolean isEpisodeOver() {
                return resets == 2 || super.isEpisodeOver();
            }
        }.add(WALKER, ".T");
        try (SimulationPool pool = new SimulationPool(
                () -> over, new RolloutConfig(1, 4, 1), ScriptedPool.STOP, 1, ScriptedPool::networks)) {
            SimulationFault fault = catchThrowableOfType(SimulationFault.class, () -> ScriptedPool.collect(pool));
            assertThat(fault)
                    .hasMessageStartingWith("instance 0, episode seed " + over.seed + ", physics step 0: ")
                    .hasMessageContaining("the episode is over right after reset()");
            assertThat(fault.episode()).isPresent();
        }
    }
}
