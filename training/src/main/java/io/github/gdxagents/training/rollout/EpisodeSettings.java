package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.SettingValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of a game's episodes: the same for all, or drawn for each, from a stream that a key tells apart from all others.
 *
 * <p>Thread safety: immutable.
 */
public final class EpisodeSettings {
    private final SimulationSettings middle;
    /** Those that are drawn, in the order in which the game declares them. */
    private final Map<String, SettingValue> drawn = new LinkedHashMap<>();

    /**
     * Settings of a game.
     *
     * @param declared by the game; others than those in {@code values} stay as they are
     * @throws IllegalArgumentException if the game has no such setting
     */
    public EpisodeSettings(SimulationSettings declared, Map<String, SettingValue> values) {
        SimulationSettings chosen = declared;
        for (Map.Entry<String, SettingValue> value : values.entrySet()) {
            chosen = chosen.with(value.getKey(), value.getValue().middle());
        }
        middle = chosen;
        for (String name : declared.asMap().keySet()) {
            if (values.containsKey(name) && !values.get(name).isConstant()) {
                drawn.put(name, values.get(name));
            }
        }
    }

    /** {@return the same settings for all episodes} */
    public static EpisodeSettings constant(SimulationSettings settings) {
        return new EpisodeSettings(settings, Map.of());
    }

    /** {@return one value for each setting: the middle of what is drawn} */
    public SimulationSettings middle() {
        return middle;
    }

    /** {@return those that are drawn, by name, in the order in which the game declares them and draws happen} */
    public Map<String, SettingValue> drawn() {
        return Collections.unmodifiableMap(drawn);
    }

    /** {@return the settings of the episode with this key, the same object for all if nothing is drawn} */
    public SimulationSettings draw(long... key) {
        if (drawn.isEmpty()) {
            return middle;
        }
        RandomStream random = RandomStream.of(key);
        SimulationSettings settings = middle;
        for (Map.Entry<String, SettingValue> value : drawn.entrySet()) {
            settings = settings.with(value.getKey(), value.getValue().draw(random));
        }
        return settings;
    }

    /** {@return whether the game has no settings} */
    public boolean isEmpty() {
        return middle.asMap().isEmpty();
    }

    /** {@return all settings, as constants or as they are drawn} */
    @Override
    public String toString() {
        Map<String, Object> all = new LinkedHashMap<>(middle.asMap());
        all.putAll(drawn);
        String text = all.toString();
        return text.substring(1, text.length() - 1);
    }
}
