package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigBuilderTest {
    private static final TrainingConfig CONFIG =
            TrainingConfig.builder("lander").build();

    private static List<String> faultsOf(TrainingConfig.Builder builder) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, builder::build);
        assertThat(failure).as("the configuration must be refused").isNotNull();
        return failure.faults().stream().map(ConfigFault::toString).toList();
    }

    /** The configuration and all groups within it. */
    static Stream<Record> groups() {
        List<Record> groups = new ArrayList<>();
        addGroups(CONFIG, groups);
        return groups.stream();
    }

    private static void addGroups(Record group, List<Record> groups) {
        groups.add(group);
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            if (ConfigKeys.isGroup(component.getType())) {
                addGroups((Record) Records.value(component, group), groups);
            }
        }
    }

    /** Else a new key would be missing in its builder, or a method of the builder would set nothing. */
    @ParameterizedTest
    @MethodSource("groups")
    void aBuilderHasAMethodForEachKeyOfItsGroupAndNoOther(Record group) throws ReflectiveOperationException {
        Class<?> builder = Class.forName(group.getClass().getName() + "$Builder");
        List<String> expected = new ArrayList<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            expected.add(component.getName() + " " + component.getType());
            if (ConfigKeys.isGroup(component.getType())) {
                expected.add(component.getName() + " " + Consumer.class);
            }
        }

        assertThat(builder.getDeclaredMethods())
                .filteredOn(method -> !method.isDefault() && !method.isSynthetic())
                .allSatisfy(method -> assertThat(method.getReturnType()).isEqualTo(builder))
                .extracting(method -> method.getName() + " " + method.getParameterTypes()[0])
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(builder.getDeclaredMethods())
                .filteredOn(Method::isDefault)
                .allSatisfy(method -> assertThat(expected).anyMatch(key -> key.startsWith(method.getName() + " ")));
    }

    @Test
    void whatIsNotSetStaysAsItWas() {
        TrainingConfig changed = CONFIG.toBuilder()
                .seed(7)
                .ppo(ppo -> ppo.epochs(4).learningRate(0.5))
                .ppo(ppo -> ppo.reference(reference -> reference.coefficient(3)))
                .build();

        assertThat(changed).isNotEqualTo(CONFIG);
        assertThat(changed.seed()).isEqualTo(7);
        assertThat(changed.ppo().epochs()).isEqualTo(4);
        assertThat(changed.ppo().learningRate()).isEqualTo(Schedule.constant(0.5));
        assertThat(changed.ppo().reference().coefficient()).isEqualTo(Schedule.constant(3));
        assertThat(changed.toBuilder().seed(CONFIG.seed()).ppo(CONFIG.ppo()).build())
                .isEqualTo(CONFIG);
    }

    @Test
    void defaultsAreThoseOfTheFiles() {
        SimulationSettings settings = SimulationSettings.none().declare("wind", 0.5);

        assertThat(TrainingConfig.builder("lander", settings).build())
                .isEqualTo(ConfigLoader.forGame("lander", settings).load());
        assertThat(CONFIG.settings()).isEmpty();
        assertThat(TrainingConfig.builder("lander", settings.with("wind", 2))
                        .build()
                        .settings())
                .containsExactly(Map.entry("wind", SettingValue.constant(2)));
    }

    /** A game of the user's own. */
    static final class Windy implements SimulationFactory {
        @Override
        public SimulationSettings settings() {
            return SimulationSettings.none().declare("wind", 3);
        }

        @Override
        public Simulation create(SimulationSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aGameOfOnesOwnIsCalledByItsClass() {
        TrainingConfig config = TrainingConfig.builder(new Windy()).build();

        assertThat(config.game()).isEqualTo(Windy.class.getName());
        assertThat(config.settings()).containsExactly(Map.entry("wind", SettingValue.constant(3)));
    }

    @Test
    void allFaultsAreListedAtOnce() {
        TrainingConfig.Builder builder = CONFIG.toBuilder()
                .game(" ")
                .ppo(ppo -> ppo.epochs(0)
                        .discount(1.5)
                        .learningRate(Double.NaN)
                        .objective("kl-penalty", Map.of("klTarget", Schedule.constant(-1)))
                        .reference(reference -> reference.policies(List.of(" "))))
                .network(network -> network.memory(memory -> memory.size(0)))
                .rollout(rollout -> rollout.instances(0));

        assertThat(faultsOf(builder))
                .containsExactlyInAnyOrder(
                        "game: must be a game's name, but is empty",
                        "ppo.epochs: must be at least 1, but is 0",
                        "ppo.discount: must be in [0, 1], but is 1.5",
                        "ppo.learningRate: must be finite, but is NaN",
                        "ppo.objective.klTarget: must be in [0.0, 100.0], but is -1.0",
                        "ppo.reference.policies: must be paths of files, but is [ ]",
                        "network.memory.size: must be 1 to 4096, but is 0",
                        "rollout.instances: must be 1 to 1048576, or auto, but is 0");
    }

    @Test
    void whatDoesNotGoTogetherIsAFault() {
        assertThat(faultsOf(CONFIG.toBuilder().ppo(ppo -> ppo.objective("trpo"))))
                .singleElement()
                .asString()
                .startsWith("ppo.objective: must be the name of an objective, one of clip, kl-penalty,")
                .endsWith("but is 'trpo'; did you mean trust-region?");
        assertThat(faultsOf(CONFIG.toBuilder()
                        .ppo(ppo -> ppo.objective("trust-region"))
                        .network(network -> network.trunk(Trunk.SHARED))))
                .singleElement()
                .asString()
                .startsWith("network.trunk: must be separate with ppo.objective trust-region, but is shared");
        assertThat(faultsOf(CONFIG.toBuilder()
                        .network(network -> network.memory(memory -> memory.kind(MemoryKind.GRU)))
                        .rollout(rollout -> rollout.horizon(8))))
                .containsExactly("network.memory.sequenceLength: must be at most rollout.horizon, 8, but is 16");
    }

    @Test
    void aFaultMayBeMendedAfterwards() {
        TrainingConfig.Builder builder =
                CONFIG.toBuilder().ppo(ppo -> ppo.epochs(0).learningRate(Double.NaN));
        assertThat(faultsOf(builder)).hasSize(2);
        assertThat(builder.ppo(ppo -> ppo.epochs(3).learningRate(1e-3))
                        .build()
                        .ppo()
                        .epochs())
                .isEqualTo(3);
        assertThat(builder.ppo(CONFIG.ppo()).build()).isEqualTo(CONFIG);
    }
}
