package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A pool of scripted games whose critic gives {@code step + 100 * agent}, so that a value tells what was observed. */
final class ScriptedPool {
    static final FaultConfig STOP = FaultConfig.STOPPING;

    private ScriptedPool() {}

    static ActorCritic networks(BehaviorSpec behavior) {
        return TestNetworks.feedForward(behavior, new int[0], Activation.TANH);
    }

    static SimulationPool of(Supplier<? extends Simulation> game, int instances, int horizon, int threads) {
        return new SimulationPool(
                game, new RolloutConfig(instances, horizon, threads), STOP, 1, ScriptedPool::networks);
    }

    static List<Rollout> collect(SimulationPool pool) {
        return collect(pool, ObservationNormalizer.identity(2));
    }

    static List<Rollout> collect(SimulationPool pool, ObservationNormalizer normalizer) {
        return pool.collect(weights(pool, normalizer));
    }

    static List<Weights> weights(SimulationPool pool, ObservationNormalizer normalizer) {
        List<Weights> weights = new ArrayList<>();
        for (BehaviorSlots group : pool.groups()) {
            ActorCritic networks = networks(group.behavior());
            float[] flat = networks.parameters();
            int critic = networks.actor().parameterCount();
            flat[critic] = 1;
            flat[critic + 1] = 100;
            weights.add(new Weights(flat, normalizer));
        }
        return weights;
    }

    /**
     * A slot's rows as text, one {@code value reward status} for each, with {@code >bootstrap} where the row has one.
     *
     * @return for example {@code 0 6.0 RUNNING}
     */
    static List<String> rows(Rollout rollout, int slot) {
        List<String> rows = new ArrayList<>();
        for (int t = 0; t < rollout.lengths[slot]; t++) {
            int row = rollout.row(t, slot);
            boolean last = t == rollout.lengths[slot] - 1;
            boolean bootstrapped = switch (rollout.statuses[row]) {
                case RUNNING -> last;
                case TRUNCATED -> true;
                default -> false;
            };
            rows.add((int) rollout.values[row] + " " + (int) rollout.rewards[row] + " " + rollout.statuses[row]
                    + (bootstrapped ? " >" + (int) rollout.bootstrapValues[row] : ""));
        }
        return rows;
    }

    static float[] observation(Rollout rollout, int row) {
        return Arrays.copyOfRange(rollout.observations, 2 * row, 2 * row + 2);
    }
}
