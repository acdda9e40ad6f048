package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.exact.Exactly;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationPoolTest {
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
        try (SimulationPool one = SkirmishPool.of(1);
                SimulationPool many = SkirmishPool.of(threads)) {
            for (int iteration = 0; iteration < 4; iteration++) {
                List<Rollout> expected = SkirmishPool.collect(one, iteration);
                List<Rollout> actual = SkirmishPool.collect(many, iteration);
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
        try (SimulationPool pool = SkirmishPool.of(64)) {
            assertThat(pool.threads()).isEqualTo(SkirmishPool.INSTANCES);
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
        try (SimulationPool one = SkirmishPool.of(1);
                SimulationPool odd = SkirmishPool.of(1)) {
            odd.regroup(List.of(List.of(4, 1), List.of(2), List.of(0, 3)));
            for (int iteration = 0; iteration < 4; iteration++) {
                List<Rollout> expected = SkirmishPool.collect(one, iteration);
                List<Rollout> actual = SkirmishPool.collect(odd, iteration);
                for (int g = 0; g < 2; g++) {
                    assertSame(actual.get(g), expected.get(g));
                }
            }
            Exactly.assertSame(odd.save(), one.save());
        }
    }
}
