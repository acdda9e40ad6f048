package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.SettingValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EpisodeSettingsTest {
    private static final SimulationSettings DECLARED =
            SimulationSettings.none().declare("wind", 5).declare("mass", 1).declare("cars", 2);

    /** Whatever the order in which a file has them. */
    @Test
    void valuesAreDrawnInTheOrderOfTheGamesDeclarations() {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        values.put("cars", SettingValue.constant(4));
        values.put("mass", new SettingValue.Uniform(0, 1));
        values.put("wind", new SettingValue.Uniform(-1, 0));
        EpisodeSettings settings = new EpisodeSettings(DECLARED, values);

        RandomStream stream = RandomStream.of(1, 2, 3);
        double wind = stream.uniform(-1, 0);
        double mass = stream.uniform(0, 1);
        assertThat(settings.draw(1, 2, 3))
                .isEqualTo(settings.draw(1, 2, 3))
                .isEqualTo(DECLARED.with("wind", wind).with("mass", mass).with("cars", 4))
                .isNotEqualTo(settings.draw(1, 2, 4));
        assertThat(settings.middle())
                .isEqualTo(DECLARED.with("wind", -0.5).with("mass", 0.5).with("cars", 4));
        assertThat(settings.drawn().keySet()).containsExactly("wind", "mass");
    }

    @Test
    void constantsAreOneObjectForAllEpisodes() {
        EpisodeSettings settings = new EpisodeSettings(DECLARED, Map.of("wind", SettingValue.constant(7)));

        assertThat(settings.draw(1)).isSameAs(settings.draw(2)).isEqualTo(DECLARED.with("wind", 7));
        assertThat(EpisodeSettings.constant(DECLARED).draw(3)).isSameAs(DECLARED);
    }

    @Test
    void aSettingThatTheGameDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> new EpisodeSettings(DECLARED, Map.of("wnd", SettingValue.constant(7))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'wnd' does not exist; the game has [wind, mass, cars]");
    }
}
