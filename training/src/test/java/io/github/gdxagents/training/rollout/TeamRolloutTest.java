package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.network.Weights;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate that falls three steps after one has died at it: who storms gives 1, and gets the 10 of its team when it is long dead. */
class TeamRolloutTest {
    private static final int INSTANCES = 4;

    private static SimulationPool pool(int horizon) {
        SiegeSimulation.Factory game = new SiegeSimulation.Factory();
        SimulationSettings settings = game.settings().with("strength", 1).with("delay", 3);
        return new SimulationPool(
                () -> game.create(settings),
                new RolloutConfig(INSTANCES, horizon, 1),
                ScriptedPool.STOP,
                7,
                ScriptedPool::networks);
    }

    private static List<Weights> random(SimulationPool pool) {
        int count = ScriptedPool.networks(pool.groups().get(0).behavior()).parameterCount();
        return List.of(new Weights(new float[count], ObservationNormalizer.identity(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void theDecisionToStormHasAllThatItBroughtWhereverIterationsEnd(int horizon) {
        int won = 0;
        try (SimulationPool pool = pool(horizon)) {
            for (int i = 0; i < 3000 / horizon; i++) {
                Rollout rollout = pool.collect(random(pool)).get(0);
                for (int row : rollout.rows()) {
                    if (rollout.choices[row] == SiegeSimulation.STORM) {
                        boolean isCutOff = rollout.statuses[row] == StepStatus.TRUNCATED; // by the step limit
                        assertThat(rollout.rewards[row]).isEqualTo(isCutOff ? -1 : 9);
                        assertThat(rollout.statuses[row].isEnd()).isTrue();
                        won += isCutOff ? 0 : 1;
                    }
                }
            }
        }
        assertThat(won).as("else nothing was shown").isGreaterThan(100);
    }
}
