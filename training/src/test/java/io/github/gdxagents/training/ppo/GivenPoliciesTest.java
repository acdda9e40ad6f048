package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.initial.WarmStartReport;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.rollout.BehaviorSlots;
import io.github.gdxagents.training.rollout.TestNetworks;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy files that training begins with or stays close to. */
@Tag("slow")
class GivenPoliciesTest {
    private static final MemoryConfig NO_MEMORY = new MemoryConfig(MemoryKind.NONE, 1, 1);

    @TempDir
    private Path folder;

    private static NetworkConfig network(int width, MemoryConfig memory, List<String> initial) {
        return new NetworkConfig(
                TestNetworks.ENCODER, List.of(width), Activation.TANH, Trunk.SEPARATE, memory, initial, -0.5, -20);
    }

    private static TrainingConfig config(NetworkConfig network, boolean normalized) {
        return config(ppo -> {}, network, normalized);
    }

    private static TrainingConfig config(
            Consumer<PpoConfig.Builder> change, NetworkConfig network, boolean normalized) {
        return TrainingConfig.builder("test")
                .rollout(rollout -> rollout.instances(8))
                .ppo(ppo -> ppo.totalSteps(4000))
                .ppo(change)
                .network(network)
                .normalization(normalization -> normalization.observations(normalized))
                .build();
    }

    private static Consumer<PpoConfig.Builder> near(String file, double coefficient) {
        return ppo ->
                ppo.reference(reference -> reference.policies(List.of(file)).coefficient(coefficient));
    }

    /** A policy of the pointer, trained for some iterations. */
    private String policy(NetworkConfig network, boolean normalized) throws IOException {
        try (Trainer trainer = new Trainer(config(network, normalized), new TargetSimulation.Factory())) {
            while (!trainer.isFinished()) {
                trainer.iterate();
            }
            Path file = folder.resolve("old.policy");
            Files.write(file, PolicyFile.toBytes(trainer.policies().get(0)));
            return file.toString();
        }
    }

    private static PolicyModel read(String file) throws IOException {
        return PolicyFile.read(Files.newInputStream(Path.of(file)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trainingBeginsWithThePolicyOfTheFile(boolean normalized) throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), normalized);
        PolicyModel old = read(file);
        TrainingConfig config = config(network(8, NO_MEMORY, List.of(file)), normalized);
        try (Trainer trainer = new Trainer(config, new TargetSimulation.Factory())) {
            PolicyModel now = trainer.policies().get(0);
            float[] expected = new float[old.network().parameterCount()];
            float[] actual = new float[expected.length];
            old.network().getParameters(expected, 0);
            now.network().getParameters(actual, 0);
            assertThat(actual).containsExactly(expected);
            assertThat(now.logStandardDeviation()).containsExactly(old.logStandardDeviation());
            assertThat(now.normalizer().isIdentity()).isEqualTo(!normalized);
            for (int i = 0; i < old.normalizer().mean().length; i++) {
                assertThat(now.normalizer().mean()[i])
                        .isCloseTo(old.normalizer().mean()[i], within(1e-5f));
                assertThat(now.normalizer().scale()[i])
                        .isCloseTo(old.normalizer().scale()[i], within(1e-3f));
            }
        }
    }

    /** What the reference would have given, slot by slot, is what the policy itself gave: it is the same policy. */
    @ParameterizedTest
    @EnumSource(MemoryKind.class)
    void aReferenceThatIsTheInitialPolicyIsAtNoDistanceBeforeTheFirstUpdate(MemoryKind kind) throws IOException {
        MemoryConfig memory = new MemoryConfig(kind, 5, 8);
        String file = policy(network(8, memory, List.of()), false);
        Consumer<PpoConfig.Builder> still = near(file, 0.5).andThen(ppo -> ppo.learningRate(0));
        try (Trainer trainer =
                new Trainer(config(still, network(8, memory, List.of(file)), false), new TargetSimulation.Factory())) {
            for (int i = 0; i < 5; i++) {
                Map<Metric, Double> metrics =
                        trainer.iterate().metrics().values().iterator().next();
                assertThat(metrics.get(Metric.REFERENCE_KL)).isCloseTo(0, within(1e-6));
                assertThat(metrics.get(Metric.KL)).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void theReferenceHoldsThePolicyBack() throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), false);
        double free = lastDistance(file, 0);
        double held = lastDistance(file, 1);
        assertThat(held).isPositive().isLessThan(0.2 * free);
    }

    private static double lastDistance(String file, double coefficient) {
        Consumer<PpoConfig.Builder> ppo = near(file, coefficient).andThen(more -> more.totalSteps(8000));
        try (Trainer trainer =
                new Trainer(config(ppo, network(8, NO_MEMORY, List.of(file)), false), new TargetSimulation.Factory())) {
            double distance = 0;
            while (!trainer.isFinished()) {
                distance =
                        trainer.iterate().metrics().values().iterator().next().get(Metric.REFERENCE_KL);
            }
            return distance;
        }
    }

    /** The first iteration plays before it learns: with the policy as it was. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trainingGoesOnFromTheOldReturnAfterObservationsWereAdded(boolean normalized) throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), normalized);
        SimulationFactory more =
                ReobservedSimulation.factory(new TargetSimulation.Factory(), "wind", "x", "temperature");
        TrainingConfig config = config(network(8, NO_MEMORY, List.of(file)), normalized);
        TrainingConfig random = config(network(8, NO_MEMORY, List.of()), normalized);
        try (Trainer before = new Trainer(config, new TargetSimulation.Factory());
                Trainer after = new Trainer(config, more);
                Trainer anew = new Trainer(random, more)) {
            double old = meanReturn(before);
            assertThat(meanReturn(after)).isCloseTo(old, within(1e-4));
            assertThat(meanReturn(anew)).isLessThan(2 * old);
            double last = 0;
            while (!after.isFinished()) {
                last = meanReturn(after);
            }
            assertThat(last).isGreaterThan(1.5 * old);
        }
    }

    private static double meanReturn(Trainer trainer) {
        return trainer.iterate().metrics().values().iterator().next().get(Metric.EPISODE_RETURN_MEAN);
    }

    @Test
    void whatWasMatchedIsReported() throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), true);
        TrainingConfig config = config(network(8, NO_MEMORY, List.of(file)), true);
        SimulationFactory game = ReobservedSimulation.factory(new TargetSimulation.Factory(), "wind", "x");
        try (Trainer trainer = new Trainer(config, game)) {
            assertThat(trainer.warmStarts())
                    .containsExactly(new WarmStartReport("pointer", file, 1, List.of(), List.of("wind"), List.of()));
        }
        TrainingConfig random = config(network(8, NO_MEMORY, List.of()), true);
        try (Trainer anew = new Trainer(random, game)) {
            assertThat(anew.warmStarts()).isEmpty();
        }
    }

    @Test
    void allThatDoesNotFitIsListedAtOnceWithTheRemedies() throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), false);
        String absent = folder.resolve("absent.policy").toString();
        MemoryConfig memory = new MemoryConfig(MemoryKind.GRU, 4, 8);
        BehaviorSpec game = BehaviorSpec.builder("pointer")
                .observation(ObservationSpec.of("y"))
                .action(ActionSpec.builder().continuous("a").continuous("b").build())
                .decisionPeriod(4)
                .build();

        assertThatThrownBy(() -> trainers(network(8, memory, List.of(file, absent, file)), true, game))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network.initialPolicies:"
                        + misfits(file)
                        + "\n  '" + absent
                        + "': can't be read: java.nio.file.NoSuchFileException: " + absent
                        + "; if it was moved, name its new place"
                        + misfits(file)
                        + "\n  '" + file + "' is of behavior 'pointer', as '" + file + "' is too; leave one out");
        BehaviorSpec other = BehaviorSpec.builder("walker")
                .observation(game.observation())
                .action(game.action())
                .build();
        assertThatThrownBy(() -> trainers(network(8, NO_MEMORY, List.of(file)), false, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is of behavior 'pointer', but the game has [walker]");
    }

    private static String misfits(String file) {
        return "\n  '" + file + "' does not fit:"
                + "\n    observation: policy has [x], game has [y]; at least one must have the same name"
                + "\n    action: policy has 1 continuous, game has 2 continuous (only in the game: b)"
                + "\n    decision period: policy has 1 physics step, game has 4"
                + "\n    network: policy has the layers [1 -> 8, tanh, 8 -> 1, identity], the configuration asks for"
                + " [1 -> 8, tanh, 8 -> 4, gru, 4 -> 1, identity]; set network.encoder, network.hidden, network.activation and"
                + " network.memory to those of the policy"
                + "\n    normalization.observations: policy was trained with false, the configuration has true;"
                + " set it to false";
    }

    private static BehaviorTrainers trainers(NetworkConfig network, boolean normalized, BehaviorSpec game) {
        return new BehaviorTrainers(
                config(network, normalized), LearningDevice.CPU, List.of(new BehaviorSlots(game, List.of(0))));
    }

    @Test
    void aReferenceMustObserveWhatTheGameShows() throws IOException {
        String file = policy(network(8, NO_MEMORY, List.of()), false);
        assertThatThrownBy(() -> new Trainer(
                        config(near(file, 0.5), network(8, NO_MEMORY, List.of()), false),
                        ReobservedSimulation.factory(new TargetSimulation.Factory(), "x", "wind")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ppo.reference.policies:")
                .hasMessageContaining("observation: policy has 1 value, game has 2 (only in the game: wind)");
    }
}
