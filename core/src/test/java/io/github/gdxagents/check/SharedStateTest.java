package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.RandomXS128;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What instances share shows only while several threads play them at once. */
class SharedStateTest {
    /** Threads that have an episode under way: alone or by turns there is never more than one. */
    private final Set<Thread> playing = ConcurrentHashMap.newKeySet();

    /** Knows whether others play at once, as vectors in a static field do when they are overwritten between two lines. */
    private abstract class SharingToy extends Toy {
        @Override
        public void reset(long seed) {
            super.reset(seed);
            playing.clear(); // the episode before may have been cut off
        }

        @Override
        public void step() {
            playing.add(Thread.currentThread());
            Thread.yield();
            if (playing.size() > 1) {
                disturbed();
            }
            super.step();
            playing.remove(Thread.currentThread());
        }

        abstract void disturbed();
    }

    @Test
    void instancesThatDisturbEachOtherOnOtherThreads() {
        CheckReport report = Games.check(() -> new SharingToy() {
            @Override
            void disturbed() {
                agents.get(0).x += 0.01f;
            }
        });
        assertThat(Games.kinds(report)).as(report::toString).containsExactly(FindingKind.THREADS_INTERFERE);
        assertThat(report.toString())
                .contains("as when played alone", "when played at once with other instances on other threads")
                .contains("needsOneThread()");
    }

    /** As libGDX's static pools throw when two threads take the same object. */
    @Test
    void instancesThatBreakOnOtherThreads() {
        CheckReport report = Games.check(() -> new SharingToy() {
            @Override
            void disturbed() {
                throw new NullPointerException("the pool is empty");
            }
        });
        assertThat(Games.kinds(report)).contains(FindingKind.EXCEPTION, FindingKind.THREADS_INTERFERE);
        assertThat(report.toString())
                .contains("the pool is empty")
                .contains("expected: no exception, as when played alone");
    }

    /** A clock that no reset sets back, and that counts from the 2000th step on: nobody else is to blame. */
    private static final class ForgetfulToy extends Toy {
        private int clock;

        @Override
        public void step() {
            clock++;
            if (clock > 2000) {
                agents.get(0).x += 0.01f;
            }
            super.step();
        }
    }

    @Test
    void whatIsLeftOverAfterManyEpisodesIsNoWorkOfOtherThreads() {
        for (boolean isOneThread : new boolean[] {false, true}) {
            CheckReport report = Games.check(new SimulationFactory() {
                @Override
                public boolean needsOneThread() {
                    return isOneThread;
                }

                @Override
                public Simulation create(SimulationSettings settings) {
                    return new ForgetfulToy();
                }
            });
            assertThat(Games.kinds(report)).as(report::toString).containsExactly(FindingKind.LEFTOVER_STATE);
            assertThat(report.toString()).contains("on an instance that has played");
        }
    }

    @Test
    void aGameThatNeedsOneThreadIsNotPlayedOnSeveralAtOnce() {
        SimulationFactory game = new SimulationFactory() {
            @Override
            public boolean needsOneThread() {
                return true;
            }

            @Override
            public Simulation create(SimulationSettings settings) {
                return new SharingToy() {
                    @Override
                    void disturbed() {
                        throw new AssertionError("two threads at once");
                    }
                };
            }
        };
        assertThat(Games.check(game).findings()).isEmpty();
    }

    /** Each instance puts its own in place before it draws: alone and by turns nothing is wrong with that. */
    @Test
    void sharedRandomNumbersThatAreReplaced() {
        Random before = MathUtils.random;
        CheckReport report = Games.check(() -> new Toy() {
            private Random own;

            @Override
            public void reset(long seed) {
                super.reset(seed);
                own = new RandomXS128(seed);
            }

            @Override
            public void step() {
                MathUtils.random = own;
                agents.get(0).x += 0.01f * MathUtils.random();
                super.step();
            }
        });
        assertThat(Games.kinds(report)).as(report::toString).containsExactly(FindingKind.GLOBAL_RANDOM);
        assertThat(report.toString()).contains("expected: left as it is", "actual: replaced by");
        assertThat(MathUtils.random).isSameAs(before);
    }
}
