package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationPoolRestoreTest {
    @Test
    void restoredInstancesGoOnAsIfTheyHadNeverStopped() {
        try (SimulationPool first = SkirmishPool.of(2);
                SimulationPool second = SkirmishPool.of(1);
                SimulationPool third = SkirmishPool.of(3)) {
            SkirmishPool.collect(first, 0);
            SkirmishPool.collect(first, 1);
            List<InstanceState> saved = first.save();
            assertThat(saved)
                    .allSatisfy(instance -> assertThat(instance.episode().steps())
                            .as("else the test would show little")
                            .isPositive());
            SkirmishPool.collect(second, 5); // whatever it did before
            second.restore(saved);
            third.restore(saved);
            Exactly.assertSame(second.save(), saved);
            for (int iteration = 2; iteration < 6; iteration++) {
                List<Rollout> expected = SkirmishPool.collect(first, iteration);
                List<Rollout> actual = SkirmishPool.collect(second, iteration);
                List<Rollout> fresh = SkirmishPool.collect(third, iteration);
                for (int g = 0; g < 2; g++) {
                    SkirmishPool.assertSameRows(actual.get(g), expected.get(g));
                    SkirmishPool.assertSameRows(fresh.get(g), expected.get(g));
                    assertThat(second.finishedEpisodes(g)).isEqualTo(first.finishedEpisodes(g));
                }
            }
        }
    }

    @Test
    void instancesOfAnotherNumberAreRefused() {
        try (SimulationPool pool = SkirmishPool.of(1)) {
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

    /** The batch that a policy's overflow interrupted must not be decided again. */
    @Test
    void afterAPolicyFaultARestoredPoolGoesOnAsIfNothingHadHappened() {
        try (SimulationPool broken = SkirmishPool.of(2);
                SimulationPool sound = SkirmishPool.of(2)) {
            SkirmishPool.collect(broken, 0);
            SkirmishPool.collect(sound, 0);
            List<InstanceState> saved = broken.save();
            List<Weights> infinite = new ArrayList<>();
            for (BehaviorSlots group : broken.groups()) {
                float[] flat = new float[SkirmishPool.networks(group.behavior()).parameterCount()];
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
                List<Rollout> expected = SkirmishPool.collect(sound, iteration);
                List<Rollout> actual = SkirmishPool.collect(broken, iteration);
                for (int g = 0; g < 2; g++) {
                    SkirmishPool.assertSameRows(actual.get(g), expected.get(g));
                }
            }
        }
    }
}
