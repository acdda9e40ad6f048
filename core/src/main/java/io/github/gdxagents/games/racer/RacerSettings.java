package io.github.gdxagents.games.racer;

import io.github.gdxagents.agent.SimulationSettings;

/**
 * What varies the racer: how many cars there are, how far they drive, and how their track is.
 */
public final class RacerSettings {
    private static final String CARS = "cars";
    private static final String LAPS = "laps";
    private static final String LENGTH = "length";
    private static final String WIDTH = "width";
    private static final String DIFFICULTY = "difficulty";

    private final int cars;
    private final int laps;
    private final double length;
    private final double width;
    private final double difficulty;

    private RacerSettings(SimulationSettings settings) {
        cars = (int) inRange(CARS, settings.getInt(CARS), 1, 16);
        laps = (int) inRange(LAPS, settings.getInt(LAPS), 1, 20);
        length = inRange(LENGTH, settings.get(LENGTH), 250, 2000);
        width = inRange(WIDTH, settings.get(WIDTH), 7, 16);
        difficulty = inRange(DIFFICULTY, settings.get(DIFFICULTY), 0, 1);
    }

    /**
     * The settings by name, with their defaults.
     *
     * @return {@code cars} 1, {@code laps} 1, {@code length} 500 and {@code width} 10 metres, {@code difficulty} 0.5 (of 0 to 1)
     */
    public static SimulationSettings defaults() {
        return SimulationSettings.none()
                .declare(CARS, 1)
                .declare(LAPS, 1)
                .declare(LENGTH, 500)
                .declare(WIDTH, 10)
                .declare(DIFFICULTY, 0.5);
    }

    /**
     * Reads settings.
     *
     * @param settings those of {@link #defaults}, possibly with other values
     * @return the settings
     * @throws IllegalArgumentException if there are not 1 to 16 cars, 1 to 20 laps, 250 to 2000 metres of track, 7 to 16 of width, or a
     *     difficulty from 0 to 1
     */
    public static RacerSettings of(SimulationSettings settings) {
        return new RacerSettings(settings);
    }

    private static double inRange(String name, double value, double least, double most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "racer: setting '" + name + "' must be from " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    int cars() {
        return cars;
    }

    int laps() {
        return laps;
    }

    /** Of the centre line, metres. */
    double length() {
        return length;
    }

    /** From border to border, metres. */
    double width() {
        return width;
    }

    /** From 0, wide bends, to 1, many and narrow ones. */
    double difficulty() {
        return difficulty;
    }
}
