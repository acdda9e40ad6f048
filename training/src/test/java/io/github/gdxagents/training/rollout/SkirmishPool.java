package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.List;

/** A pool of a game with several behaviors and contacts, for what only shows in a whole game. */
final class SkirmishPool {
    static final int INSTANCES = 5;

    private SkirmishPool() {}

    static SimulationPool of(int threads) {
        SkirmishFactory game = new SkirmishFactory();
        return new SimulationPool(
                () -> game.create(game.settings()),
                new RolloutConfig(INSTANCES, 37, threads),
                ScriptedPool.STOP,
                7,
                SkirmishPool::networks);
    }

    static ActorCritic networks(BehaviorSpec behavior) {
        return TestNetworks.feedForward(behavior, new int[] {9}, Activation.TANH);
    }

    static List<Rollout> collect(SimulationPool pool, int iteration) {
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
    static void assertSameRows(Rollout actual, Rollout expected) {
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
}
