package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.exact.Exactly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationPoolTest {
    private static final int INSTANCES = 5;

    private static SimulationPool skirmish(int threads) {
        SkirmishFactory game = new SkirmishFactory();
        return new SimulationPool(
                () -> game.create(game.settings()),
                new RolloutConfig(INSTANCES, 37, threads),
                ScriptedPool.STOP,
                7,
                SimulationPoolTest::networks);
    }

    private static ActorCritic networks(BehaviorSpec behavior) {
        return TestNetworks.feedForward(behavior, new int[] {9}, Activation.TANH);
    }

    private static List<Rollout> collect(SimulationPool pool, int iteration) {
        List<Weights> weights = new ArrayList<>();
        for (BehaviorSlots group : pool.groups()) {
            float[] flat = new float[networks(group.behavior()).parameterCount()];
            RandomStream random = RandomStream.of(iteration);
            for (int i = 0; i < flat.length; i++) {
                flat[i] = 0.3f * random.nextGaussian();
            }
            weights.add(new Weights(
                    flat,
                    ObservationNormalizer.identity(
                            group.behavior().observation().size())));
        }
        return pool.collect(weights);
    }

    /** Beyond a slot's last row is what earlier iterations left there. */
    private static void assertSameRows(Rollout actual, Rollout expected) {
        assertThat(actual.lengths).containsExactly(expected.lengths);
        int observations = expected.behavior().observation().size();
        for (int row : expected.rows()) {
            for (int i = 0; i < observations; i++) {
                assertThat(actual.observations[row * observations + i])
                        .isEqualTo(expected.observations[row * observations + i]);
            }
            assertThat(actual.logProbabilities[row]).isEqualTo(expected.logProbabilities[row]);
            assertThat(actual.values[row]).isEqualTo(expected.values[row]);
            assertThat(actual.rewards[row]).isEqualTo(expected.rewards[row]);
            assertThat(actual.statuses[row]).isEqualTo(expected.statuses[row]);
            assertThat(actual.begins[row]).isEqualTo(expected.begins[row]);
        }
    }

    private static void assertSame(Rollout actual, Rollout expected) {
        assertThat(actual.lengths).containsExactly(expected.lengths);
        assertThat(actual.observations).containsExactly(expected.observations);
        assertThat(actual.continuous).containsExactly(expected.continuous);
        assertThat(actual.choices).containsExactly(expected.choices);
        assertThat(actual.allowed).containsExactly(expected.allowed);
        assertThat(actual.logProbabilities).containsExactly(expected.logProbabilities);
        assertThat(actual.values).containsExactly(expected.values);
        assertThat(actual.rewards).containsExactly(expected.rewards);
        assertThat(actual.statuses).containsExactly(expected.statuses);
        assertThat(actual.bootstrapValues).containsExactly(expected.bootstrapValues);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 0})
    void theExperienceIsTheSameBitForBitAtAnyNumberOfThreads(int threads) {
        try (SimulationPool one = skirmish(1);
                SimulationPool many = skirmish(threads)) {
            for (int iteration = 0; iteration < 4; iteration++) {
                List<Rollout> expected = collect(one, iteration);
                List<Rollout> actual = collect(many, iteration);
                for (int g = 0; g < 2; g++) {
                    assertSame(actual.get(g), expected.get(g));
                    assertThat(actual.get(g).size()).isPositive();
                    assertThat(many.finishedEpisodes(g)).isEqualTo(one.finishedEpisodes(g));
                }
            }
            Exactly.assertSame(many.save(), one.save());
        }
    }

    @Test
    void thereAreNoMoreThreadsThanInstances() {
        try (SimulationPool pool = skirmish(64)) {
            assertThat(pool.threads()).isEqualTo(INSTANCES);
        }
    }

    @Test
    void everyInstanceAndEpisodeHasASeedOfItsOwn() {
        List<ScriptedSimulation> games = new ArrayList<>();
        Set<Long> seeds = new HashSet<>();
        try (SimulationPool pool = ScriptedPool.of(() -> scripted(games), 3, 1, 2)) {
            for (int i = 0; i < 4; i++) {
                ScriptedPool.collect(pool);
                games.forEach(game -> seeds.add(game.seed));
            }
        }
        assertThat(seeds).hasSize(12); // each of 3 instances ended an episode in each of 4 iterations
    }

    @Test
    void closingAfterAnInterruptionWaitsForTheThreadsBeforeItDisposes() throws InterruptedException {
        CountDownLatch stepping = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean steppedToTheEnd = new AtomicBoolean();
        AtomicBoolean disposedTooEarly = new AtomicBoolean();
        ScriptedSimulation game = new ScriptedSimulation() {
            @Override
            public void step() {
                super.step();
                stepping.countDown();
                while (interrupted.getCount() > 0) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 1_000_000; i++) {
                    Thread.onSpinWait();
                }
                steppedToTheEnd.set(true);
            }

            @Override
            public void dispose() {
                disposedTooEarly.set(!steppedToTheEnd.get());
            }
        }.add(ScriptedSimulation.behavior("walker", 1, 0), ".T");
        Thread trainer = new Thread(() -> {
            SimulationPool pool = ScriptedPool.of(() -> game, 1, 1, 1);
            try {
                ScriptedPool.collect(pool);
            } catch (IllegalStateException expected) {
                interrupted.countDown();
            }
            pool.close();
        });
        trainer.start();
        stepping.await();
        trainer.interrupt();
        trainer.join();
        assertThat(steppedToTheEnd).isTrue();
        assertThat(disposedTooEarly).isFalse();
    }

    private static ScriptedSimulation scripted(List<ScriptedSimulation> games) {
        ScriptedSimulation game = new ScriptedSimulation().add(ScriptedSimulation.behavior("walker", 1, 0), ".T");
        games.add(game);
        return game;
    }

    @Test
    void everySlotDrawsFromAStreamOfItsOwn() {
        BehaviorSpec behavior = ScriptedSimulation.behavior("walker", 1, 0);
        Set<Float> drawn = new HashSet<>();
        try (SimulationPool pool = ScriptedPool.of(
                () -> new ScriptedSimulation().add(behavior, "...T").add(behavior, "...T"), 4, 9, 2)) {
            for (int i = 0; i < 2; i++) {
                for (float value : ScriptedPool.collect(pool).get(0).continuous) {
                    drawn.add(value);
                }
            }
        }
        assertThat(drawn).hasSize(2 * 9 * 8); // 8 slots, 9 decisions, 2 iterations: no deviate twice
    }

    /** Whoever steps an instance, and whom it shares a batch with, changes nothing. */
    @Test
    void theExperienceIsTheSameBitForBitForAnyGrouping() {
        try (SimulationPool one = skirmish(1);
                SimulationPool odd = skirmish(1)) {
            odd.regroup(List.of(List.of(4, 1), List.of(2), List.of(0, 3)));
            for (int iteration = 0; iteration < 4; iteration++) {
                List<Rollout> expected = collect(one, iteration);
                List<Rollout> actual = collect(odd, iteration);
                for (int g = 0; g < 2; g++) {
                    assertSame(actual.get(g), expected.get(g));
                }
            }
            Exactly.assertSame(odd.save(), one.save());
        }
    }

    @Test
    void restoredInstancesGoOnAsIfTheyHadNeverStopped() {
        try (SimulationPool first = skirmish(2);
                SimulationPool second = skirmish(1);
                SimulationPool third = skirmish(3)) {
            collect(first, 0);
            collect(first, 1);
            List<InstanceState> saved = first.save();
            assertThat(saved)
                    .allSatisfy(instance -> assertThat(instance.episode().steps())
                            .as("else the test would show little")
                            .isPositive());
            collect(second, 5); // whatever it did before
            second.restore(saved);
            third.restore(saved);
            Exactly.assertSame(second.save(), saved);
            for (int iteration = 2; iteration < 6; iteration++) {
                List<Rollout> expected = collect(first, iteration);
                List<Rollout> actual = collect(second, iteration);
                List<Rollout> fresh = collect(third, iteration);
                for (int g = 0; g < 2; g++) {
                    assertSameRows(actual.get(g), expected.get(g));
                    assertSameRows(fresh.get(g), expected.get(g));
                    assertThat(second.finishedEpisodes(g)).isEqualTo(first.finishedEpisodes(g));
                }
            }
        }
    }

    @Test
    void instancesOfAnotherNumberAreRefused() {
        try (SimulationPool pool = skirmish(1)) {
            List<InstanceState> four = pool.save().subList(0, 4);
            assertThatThrownBy(() -> pool.restore(four))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4 instances were saved, but there are 5");
        }
    }

    /** Step 3 is in the middle of an agent's decision: rewards were taken at the iteration's end, and must be in the replay. */
    @Test
    void aCutInTheMidstOfADecisionLeavesTheSameSumsOfRewards() {
        BehaviorSpec fast = ScriptedSimulation.behavior("fast", 1, 0);
        BehaviorSpec slow = ScriptedSimulation.behavior("slow", 4, 0);
        for (int iterations = 1; iterations < 6; iterations++) {
            try (SimulationPool first = ScriptedPool.of(
                            () -> new ScriptedSimulation()
                                    .add(fast, "....................T")
                                    .add(slow, ".........T--........T"),
                            2,
                            3,
                            1);
                    SimulationPool second = ScriptedPool.of(
                            () -> new ScriptedSimulation()
                                    .add(fast, "....................T")
                                    .add(slow, ".........T--........T"),
                            2,
                            3,
                            2)) {
                for (int i = 0; i < iterations; i++) {
                    ScriptedPool.collect(first);
                }
                second.restore(first.save());
                for (int i = 0; i < 9; i++) {
                    List<Rollout> expected = ScriptedPool.collect(first);
                    List<Rollout> actual = ScriptedPool.collect(second);
                    for (int g = 0; g < 2; g++) {
                        for (int slot = 0; slot < 2; slot++) {
                            assertThat(ScriptedPool.rows(actual.get(g), slot))
                                    .isEqualTo(ScriptedPool.rows(expected.get(g), slot));
                        }
                        assertThat(second.finishedEpisodes(g)).isEqualTo(first.finishedEpisodes(g));
                    }
                }
            }
        }
    }

    @Test
    void aGameThatPlaysOtherwiseThanItDidIsRefusedWithTheInstancesThatDo() {
        BehaviorSpec behavior = ScriptedSimulation.behavior("walker", 1, 0);
        List<ScriptedSimulation> games = new ArrayList<>();
        try (SimulationPool first =
                        ScriptedPool.of(() -> new ScriptedSimulation().add(behavior, "............T"), 3, 5, 1);
                SimulationPool changed = ScriptedPool.of(
                        () -> {
                            ScriptedSimulation game = new ScriptedSimulation() {
                                @Override
                                public void step() {
                                    super.step();
                                    step += games.indexOf(this) == 1 && step == 3 ? 1 : 0;
                                }
                            }.add(behavior, "............T");
                            games.add(game);
                            return game;
                        },
                        3,
                        5,
                        2)) {
            ScriptedPool.collect(first);
            List<InstanceState> saved = first.save();
            assertThatThrownBy(() -> changed.restore(saved))
                    .isInstanceOf(ReplayMismatchException.class)
                    .hasMessageContaining("1 of 3 running episodes")
                    .hasMessageContaining("instance 1: replay of seed "
                            + saved.get(1).episode().seed() + ": at decision 4 the game observes otherwise")
                    .hasMessageNotContaining("instance 0")
                    .hasMessageNotContaining("instance 2");
            changed.restoreWithoutEpisodes(saved);
            assertThat(ScriptedPool.collect(changed).get(0).size()).isEqualTo(15);
        }
    }

    @Test
    void closingDisposesEveryInstanceOnce() {
        List<ScriptedSimulation> games = new ArrayList<>();
        SimulationPool pool = ScriptedPool.of(() -> scripted(games), 4, 1, 2);
        ScriptedPool.collect(pool);
        pool.close();
        pool.close();
        assertThat(games)
                .hasSize(4)
                .allSatisfy(game -> assertThat(game.disposed).isEqualTo(1));
    }

    /** The batch that a policy's overflow interrupted must not be decided again. */
    @Test
    void afterAPolicyFaultARestoredPoolGoesOnAsIfNothingHadHappened() {
        try (SimulationPool broken = skirmish(2);
                SimulationPool sound = skirmish(2)) {
            collect(broken, 0);
            collect(sound, 0);
            List<InstanceState> saved = broken.save();
            List<Weights> infinite = new ArrayList<>();
            for (BehaviorSlots group : broken.groups()) {
                float[] flat = new float[networks(group.behavior()).parameterCount()];
                Arrays.fill(flat, 3e38f);
                infinite.add(new Weights(
                        flat,
                        ObservationNormalizer.identity(
                                group.behavior().observation().size())));
            }
            assertThatThrownBy(() -> broken.collect(infinite))
                    .isInstanceOf(PolicyFault.class)
                    .hasMessageContaining("its networks give log-probability");
            broken.restore(saved);
            for (int iteration = 1; iteration < 3; iteration++) {
                List<Rollout> expected = collect(sound, iteration);
                List<Rollout> actual = collect(broken, iteration);
                for (int g = 0; g < 2; g++) {
                    assertSameRows(actual.get(g), expected.get(g));
                }
            }
        }
    }
}
