package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationSettingsTest {
    private final SimulationSettings settings =
            SimulationSettings.none().declare("wind", 1.5).declare("iterations", 60);

    @Test
    void declaredValuesAreKeptInOrder() {
        assertThat(settings.asMap()).containsExactly(Map.entry("wind", 1.5), Map.entry("iterations", 60.0));
        assertThat(settings.get("wind")).isEqualTo(1.5);
        assertThat(settings.getInt("iterations")).isEqualTo(60);
        assertThat(settings).hasToString("settings{wind=1.5, iterations=60.0}");
        assertThatThrownBy(() -> settings.asMap().put("x", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aChangeMakesACopyInTheSameOrder() {
        SimulationSettings changed = settings.with("wind", 3);
        assertThat(changed.asMap()).containsExactly(Map.entry("wind", 3.0), Map.entry("iterations", 60.0));
        assertThat(settings.get("wind")).isEqualTo(1.5);
        assertThat(changed).isNotEqualTo(settings);
        assertThat(changed.with("wind", 1.5)).isEqualTo(settings).hasSameHashCodeAs(settings);
    }

    @Test
    void unknownNamesListTheRightOnes() {
        assertThatThrownBy(() -> settings.with("wnd", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simulation setting 'wnd' does not exist; the game has [wind, iterations]");
        assertThatThrownBy(() -> SimulationSettings.none().get("wind"))
                .hasMessageContaining("the game has no settings");
    }

    /** As many as a policy file holds. */
    @Test
    void thereAreAtMost1024() {
        Map<String, Double> many = new HashMap<>();
        while (many.size() < 1024) {
            many.put("s" + many.size(), 1.0);
        }
        SimulationSettings most = SimulationSettings.of(many);
        assertThat(most.with("s7", 2).asMap()).hasSize(1024);
        assertThatThrownBy(() -> most.declare("s1024", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1024, but has 1025");
        many.put("s1024", 1.0);
        assertThatThrownBy(() -> SimulationSettings.of(many)).hasMessageContaining("at most 1024, but has 1025");
    }

    @Test
    void namesAreDeclaredOnce() {
        assertThatThrownBy(() -> settings.declare("wind", 2)).hasMessage("simulation setting 'wind' is declared twice");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesAreFinite(double value) {
        assertThatThrownBy(() -> settings.with("wind", value))
                .hasMessage("simulation setting 'wind' must be finite, but is " + value);
        assertThatThrownBy(() -> settings.declare("gravity", value)).hasMessageContaining("'gravity' must be finite");
    }

    @Test
    void countsAreWhole() {
        assertThatThrownBy(() -> settings.getInt("wind"))
                .hasMessage("simulation setting 'wind' must be a whole number, but is 1.5");
        assertThatThrownBy(() -> settings.with("iterations", 1e12).getInt("iterations"))
                .hasMessageContaining("must be a whole number, but is 1.0E12");
    }

    @Test
    void valuesOfAnotherVersionAreTakenAsFarAsTheyAreKnown() {
        SimulationSettings settings =
                SimulationSettings.none().declare("wind", 1).declare("gravity", 2);
        Map<String, Double> old = new HashMap<>();
        old.put("gravity", 5.0);
        old.put("moons", 3.0);
        assertThat(settings.withKnown(old).asMap()).containsOnly(entry("wind", 1.0), entry("gravity", 5.0));
    }

    @Test
    void settingsAreMadeOfARecordOfThem() {
        Map<String, Double> record = new LinkedHashMap<>(settings.asMap());
        SimulationSettings again = SimulationSettings.of(record);
        record.put("wind", 9.0);
        assertThat(again).isEqualTo(settings);
        assertThat(again.asMap()).containsExactly(Map.entry("wind", 1.5), Map.entry("iterations", 60.0));
        assertThatThrownBy(() -> again.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(SimulationSettings.of(Map.of())).isSameAs(SimulationSettings.none());
        assertThatThrownBy(() -> SimulationSettings.of(Map.of("wind", Double.NaN)))
                .hasMessage("simulation setting 'wind' must be finite, but is NaN");
        assertThatThrownBy(() -> SimulationSettings.of(Map.of("two words", 1.0)))
                .hasMessageContaining("simulation setting: the name 'two words'");
    }
}
