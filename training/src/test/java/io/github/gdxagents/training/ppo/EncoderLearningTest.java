package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.testgame.SpotSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of many is to be found: whoever looks at all of them alike learns it, whoever looks at each number for itself hardly does. */
@Tag("slow")
class EncoderLearningTest {
    private static final int STEPS = 80_000;

    private static SimulationFactory game(String shape) {
        return shape.equals("grid") ? new SpotSimulation.GridFactory() : new SpotSimulation.SetFactory();
    }

    private static TrainingConfig.Builder config(boolean isEncoded) {
        return TrainingConfig.builder("test")
                .rollout(new RolloutConfig(32, 64, 2))
                .network(network -> network.hidden(List.of(64, 64))
                        .activation(Activation.RELU)
                        .encoder(encoder -> encoder.gridChannels(isEncoded ? List.of(16, 32) : List.of())
                                .setSize(isEncoded ? 64 : 0)))
                .ppo(ppo ->
                        ppo.totalSteps(STEPS).minibatchSize(512).discount(0.5).learningRate(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "grid"})
    void anEncoderFindsOneOfManyWhenWithoutItIsHardlyBegunAndPlaysFromItsFile(String shape) throws IOException {
        Training encoded = Training.of(game(shape), config(true).seed(1).build());
        Training flat = Training.of(game(shape), config(false).seed(1).build());
        byte[] file = PolicyFile.toBytes(encoded.policy());
        double found = Training.play(game(shape), PolicyFile.read(new ByteArrayInputStream(file)));
        double missed = Training.play(game(shape), flat.policy());
        // -0.8 and -5.0 (set), -1.7 and -7.6 (grid) when this was written
        assertThat(found).isGreaterThan(0.4 * missed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "grid"})
    void theResultIsTheSameAtAnyNumberOfThreadsAndAfterARestore(String shape) {
        try (Trainer one = trainer(shape, 1);
                Trainer four = trainer(shape, 4)) {
            for (int i = 0; i < 3; i++) {
                assertThat(four.iterate().metrics()).isEqualTo(one.iterate().metrics());
            }
            TrainerState saved = one.state();
            try (Trainer restored = trainer(shape, 2)) {
                restored.restore(saved);
                one.restore(saved); // running episodes begin anew here too
                for (int i = 0; i < 2; i++) {
                    assertThat(restored.iterate().metrics())
                            .isEqualTo(one.iterate().metrics());
                }
                assertThat(restored.state().learners().get(0).parameters())
                        .containsExactly(one.state().learners().get(0).parameters());
            }
        }
    }

    private static Trainer trainer(String shape, int threads) {
        return new Trainer(
                config(true).rollout(new RolloutConfig(6, 20, threads)).build(), game(shape));
    }
}
