package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.testgame.MeadowSimulation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A game that observes a vector, a grid and a set, played by a policy that was written to a file and read again. */
class GroupedPolicyTest {
    private static PolicyModel model() {
        Network network = Fixtures.network(
                RandomStream.of(3),
                Activation.TANH,
                MeadowSimulation.HARE.observation().size(),
                new int[] {8},
                MeadowSimulation.HARE.action().outputSize());
        return PolicyModel.builder(MeadowSimulation.HARE, network)
                .goldenSamples(3, RandomStream.of(4))
                .build();
    }

    private static PolicyModel fromFile() throws IOException {
        return PolicyFile.read(new ByteArrayInputStream(PolicyFile.toBytes(model())));
    }

    private static float[] play(PolicyModel model, long seed) {
        MeadowSimulation meadow = new MeadowSimulation.Factory().create(SimulationSettings.none());
        PolicyDriver driver = new PolicyDriver(new NetworkPolicy(model, DecisionMode.STOCHASTIC, 1), seed);
        driver.attachAll(meadow.agents());
        meadow.reset(seed);
        driver.reset(seed);
        float[] outputs = new float[30];
        for (int step = 0; step < outputs.length; step++) {
            driver.update();
            outputs[step] = driver.seat(meadow.agents().get(0)).outputs()[0];
            meadow.step();
        }
        return outputs;
    }

    @Test
    void thePolicyFromTheFilePlaysAsTheOneThatWasWritten() throws IOException {
        PolicyModel read = fromFile();
        assertThat(read.behavior()).isEqualTo(MeadowSimulation.HARE);
        assertThat(read.behavior().observation().groups())
                .isEqualTo(MeadowSimulation.HARE.observation().groups());
        for (int seed = 0; seed < 5; seed++) {
            assertThat(play(read, seed)).isEqualTo(play(model(), seed));
        }
    }

    @Test
    void aPolicyOfTheSameValuesWithoutGroupsDoesNotFit() {
        ObservationSpec flat =
                ObservationSpec.of(MeadowSimulation.HARE.observation().names().toArray(new String[0]));
        BehaviorSpec game = BehaviorSpec.builder("hare")
                .observation(flat)
                .action(ActionSpec.builder()
                        .branch("hop", "stay", "up", "down", "left", "right")
                        .build())
                .build();
        assertThatThrownBy(() -> PolicyFit.requireFit(model(), game, "hare.policy", "meadow"))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageContaining(
                        "observation: policy has 1 plain value, game has 60 (only in the game: self.row, ")
                .hasMessageContaining("observation group 'meadow': only in the policy, as grid [5, 5, 2]")
                .hasMessageContaining("observation group 'foxes': only in the policy, as set [3, 2]");
    }

    @Test
    void decidingForGroupsAllocatesNothing() {
        MeadowSimulation meadow = new MeadowSimulation.Factory().create(SimulationSettings.none());
        PolicyDriver driver = new PolicyDriver(new NetworkPolicy(model(), DecisionMode.DETERMINISTIC, 1), 1);
        driver.attachAll(meadow.agents());
        meadow.reset(1);
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int i = 0; i < 100; i++) {
                        driver.update();
                    }
                }))
                .isZero();
    }
}
