package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.SimulationSettings;

/**
 * What varies the walker: how often the solver iterates. 180/60 is the original.
 */
public final class WalkerSettings {
    private static final String VELOCITY_ITERATIONS = "velocityIterations";
    private static final String POSITION_ITERATIONS = "positionIterations";
    private static final int MOST_ITERATIONS = 10_000;

    private final int velocityIterations;
    private final int positionIterations;

    private WalkerSettings(int velocityIterations, int positionIterations) {
        this.velocityIterations = velocityIterations;
        this.positionIterations = positionIterations;
    }

    /**
     * The settings by name, with the original's values.
     *
     * @return {@code velocityIterations} 180 and {@code positionIterations} 60
     */
    public static SimulationSettings defaults() {
        return SimulationSettings.none().declare(VELOCITY_ITERATIONS, 180).declare(POSITION_ITERATIONS, 60);
    }

    /**
     * Reads settings.
     *
     * @param settings those of {@link #defaults}, possibly with other values
     * @return the settings
     * @throws IllegalArgumentException if a number of iterations is not a whole number from 1 to 10,000
     */
    public static WalkerSettings of(SimulationSettings settings) {
        return new WalkerSettings(iterations(settings, VELOCITY_ITERATIONS), iterations(settings, POSITION_ITERATIONS));
    }

    private static int iterations(SimulationSettings settings, String name) {
        int value = settings.getInt(name);
        if (value < 1 || value > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    "walker: setting '" + name + "' must be from 1 to " + MOST_ITERATIONS + ", but is " + value);
        }
        return value;
    }

    int velocityIterations() {
        return velocityIterations;
    }

    int positionIterations() {
        return positionIterations;
    }
}
