package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BareSimulationTest {
    private static final int INSTANCES = 5;

    private final CountedCorridors corridors = new CountedCorridors(INSTANCES);

    private BareSimulation simulation(int instances, int threads) {
        return new BareSimulation(() -> corridors.create(SimulationSettings.none()), instances, threads, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void anyNumberOfThreadsTakesAllStepsOfAllInstances(int threads) {
        try (BareSimulation simulation = simulation(INSTANCES, threads)) {
            assertThat(simulation.measure(300)).isPositive().isFinite();
            assertThat(corridors.steps).hasValue(300 * INSTANCES);
            simulation.measure(10);
            assertThat(corridors.steps).hasValue(310 * INSTANCES);
        }
        assertThat(corridors.disposed).hasValue(INSTANCES);
    }

    /** The game throws at a forbidden choice. */
    @Test
    void forbiddenChoicesAreNotMade() {
        MaskedChoiceSimulation.Factory painters = new MaskedChoiceSimulation.Factory();
        try (BareSimulation simulation =
                new BareSimulation(() -> painters.create(SimulationSettings.none()), 4, 1, 1)) {
            assertThat(simulation.measure(500)).isPositive();
        }
    }

    @Test
    void instancesThatWereMadeAreDisposedIfAnotherCannotBe() {
        assertThatThrownBy(() -> simulation(INSTANCES + 1, 2)).hasMessageContaining("no room for more than 5");

        assertThat(corridors.disposed).hasValue(INSTANCES);
    }
}
