package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.ScriptedSimulation;
import io.github.gdxagents.training.rollout.SimulationPool;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that workers estimate with memory, against {@link ReferenceNetwork}; above all those that no decision follows. */
class MemoryBootstrapTest {
    private static final BehaviorSpec BEHAVIOR = ScriptedSimulation.behavior("rememberer", 1, 0);
    private static final float NONE = Float.NaN;

    private static ActorCritic networks(Trunk trunk, MemoryKind kind) {
        return TestNetworks.of(BEHAVIOR, new int[] {4}, Activation.TANH, trunk, new MemoryConfig(kind, 3, 2));
    }

    private static SimulationPool pool(Trunk trunk, MemoryKind kind) {
        return new SimulationPool(
                () -> new ScriptedSimulation().add(BEHAVIOR, "......C").add(BEHAVIOR, "..C...T"),
                new RolloutConfig(1, 4, 1),
                FaultConfig.STOPPING,
                1,
                behavior -> networks(trunk, kind));
    }

    /** What the critic says of each of an episode's observations, after all before it and nothing else. */
    private static final class Episode {
        private final List<ReferenceNetwork.Step> steps;
        private final int first;

        Episode(ActorCritic networks, int agent, int first, int last) {
            this.first = first;
            List<LossRow> rows = new ArrayList<>();
            for (int step = first; step <= last; step++) {
                rows.add(new LossRow(
                        new float[] {step, agent}, null, null, null, null, null, null, step == first, 0, 0, 0, 0, 0));
            }
            steps = new ReferenceNetwork(networks, ReferenceNetwork.doubles(networks.parameters()))
                    .run(new LossSequence(rows, new float[networks.memorySize()]));
        }

        float value(int step) {
            return (float) steps.get(step - first).value();
        }
    }

    @ParameterizedTest
    @CsvSource({"GRU, SEPARATE", "GRU, SHARED", "LSTM, SEPARATE", "LSTM, SHARED"})
    void whatFollowsATruncationOrTheHorizonIsRememberedUpToThereAndNoFurther(MemoryKind kind, Trunk trunk) {
        ActorCritic networks = RandomBehaviors.randomize(networks(trunk, kind), RandomStream.of(7));
        Episode long0 = new Episode(networks, 0, 0, 6);
        Episode early1 = new Episode(networks, 1, 0, 2);
        Episode late1 = new Episode(networks, 1, 3, 6);
        List<Weights> weights = List.of(new Weights(networks.parameters(), ObservationNormalizer.identity(2)));
        try (SimulationPool pool = pool(trunk, kind)) {
            Rollout rollout = pool.collect(weights).get(0);
            assertSlot(
                    rollout,
                    0,
                    new float[] {long0.value(0), long0.value(1), long0.value(2), long0.value(3)},
                    new float[] {NONE, NONE, NONE, long0.value(4)});
            assertSlot(rollout, 1, new float[] {early1.value(0), early1.value(1), late1.value(3)}, new float[] {
                NONE, early1.value(2), late1.value(4)
            });
            // the episodes go on: the look ahead must not have been remembered
            rollout = pool.collect(weights).get(0);
            assertSlot(
                    rollout,
                    0,
                    new float[] {long0.value(4), long0.value(5), long0.value(0), long0.value(1)},
                    new float[] {NONE, long0.value(6), NONE, long0.value(2)});
            assertSlot(
                    rollout,
                    1,
                    new float[] {late1.value(4), late1.value(5), early1.value(0), early1.value(1)},
                    new float[] {NONE, NONE, NONE, early1.value(2)});
        }
    }

    /** NaN stands for a row that needs no bootstrap. */
    private static void assertSlot(Rollout rollout, int slot, float[] values, float[] bootstraps) {
        assertThat(rollout.lengths[slot]).isEqualTo(values.length);
        for (int t = 0; t < values.length; t++) {
            int row = rollout.row(t, slot);
            assertThat(rollout.values[row]).as("slot %d, row %d", slot, t).isCloseTo(values[t], within(1e-5f));
            if (!Float.isNaN(bootstraps[t])) {
                assertThat(rollout.bootstrapValues[row])
                        .as("after slot %d, row %d", slot, t)
                        .isCloseTo(bootstraps[t], within(1e-5f));
            }
        }
    }
}
