package io.github.gdxagents.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named numbers that vary a game (solver iterations, wind, difficulty), so that a configuration file or a command line can set them.
 *
 * <p>Only names that a game declares exist: a misspelt one is an error that lists the right ones.
 */
public final class SimulationSettings {
    /** Most settings of a game: policy files and replays hold no more. */
    public static final int MAX_SIZE = 1 << 10;

    private static final SimulationSettings NONE = new SimulationSettings(Collections.<String, Double>emptyMap());

    private final Map<String, Double> values;

    private SimulationSettings(Map<String, Double> values) {
        this.values = values;
    }

    /**
     * Settings of a game that has none; {@link #declare} adds to it.
     *
     * @return empty settings
     */
    public static SimulationSettings none() {
        return NONE;
    }

    /**
     * Settings as they once were, for whoever has a record of them and no game.
     *
     * @param values by name, finite
     * @return settings with these names in this order
     * @throws IllegalArgumentException if a name is invalid, a value not finite, or there are more than {@value #MAX_SIZE}
     */
    public static SimulationSettings of(Map<String, Double> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Map<String, Double> copy = new LinkedHashMap<String, Double>();
        for (Map.Entry<String, Double> setting : values.entrySet()) {
            copy.put(Names.valid("simulation setting", setting.getKey()), finite(setting.getKey(), setting.getValue()));
        }
        return ofAtMost(copy);
    }

    /**
     * Declares a setting.
     *
     * @param name its name
     * @param value its default, finite
     * @return these settings and the new one
     * @throws IllegalArgumentException if the name is invalid or declared already, the value not finite, or there are {@value #MAX_SIZE}
     *     already
     */
    public SimulationSettings declare(String name, double value) {
        Names.valid("simulation setting", name);
        if (values.containsKey(name)) {
            throw new IllegalArgumentException("simulation setting '" + name + "' is declared twice");
        }
        return put(name, value);
    }

    /**
     * Changes a declared setting.
     *
     * @param name its name
     * @param value its new value, finite
     * @return a copy with the new value
     * @throws IllegalArgumentException if there is no such setting or the value is not finite
     */
    public SimulationSettings with(String name, double value) {
        get(name);
        return put(name, value);
    }

    /**
     * Changes those of some values whose settings are declared, and ignores the others: for values from a file of another version.
     *
     * @param known values by name, finite
     * @return a copy with the new values
     * @throws IllegalArgumentException if a value is not finite
     */
    public SimulationSettings withKnown(Map<String, Double> known) {
        SimulationSettings settings = this;
        for (Map.Entry<String, Double> setting : known.entrySet()) {
            if (values.containsKey(setting.getKey())) {
                settings = settings.put(setting.getKey(), setting.getValue());
            }
        }
        return settings;
    }

    private SimulationSettings put(String name, double value) {
        Map<String, Double> copy = new LinkedHashMap<String, Double>(values);
        copy.put(name, finite(name, value));
        return ofAtMost(copy);
    }

    private static SimulationSettings ofAtMost(Map<String, Double> values) {
        if (values.size() > MAX_SIZE) {
            throw new IllegalArgumentException("simulation settings: a game may have at most " + MAX_SIZE + ", but has "
                    + values.size() + "; declare those that vary, and keep the others constants");
        }
        return new SimulationSettings(Collections.unmodifiableMap(values));
    }

    private static double finite(String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("simulation setting '" + name + "' must be finite, but is " + value);
        }
        return value;
    }

    /**
     * A setting's value.
     *
     * @param name its name
     * @return the value
     * @throws IllegalArgumentException if there is no such setting
     */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("simulation setting '" + name + "' does not exist; the game has "
                    + (values.isEmpty() ? "no settings" : values.keySet()));
        }
        return value;
    }

    /**
     * A setting that counts something.
     *
     * @param name its name
     * @return the value
     * @throws IllegalArgumentException if there is no such setting or it is not a whole number
     */
    public int getInt(String name) {
        double value = get(name);
        if (value != (int) value) {
            throw new IllegalArgumentException(
                    "simulation setting '" + name + "' must be a whole number, but is " + value);
        }
        return (int) value;
    }

    /**
     * All settings in the order of their declaration.
     *
     * @return unmodifiable
     */
    public Map<String, Double> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulationSettings && values.equals(((SimulationSettings) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "settings" + values;
    }
}
