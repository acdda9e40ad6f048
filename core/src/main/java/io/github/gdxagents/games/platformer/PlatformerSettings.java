package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.SimulationSettings;

/**
 * How hard levels are: their length, and the most that there may be of each obstacle. The defaults are the hardest lesson; 0 of each is
 * flat ground.
 */
public final class PlatformerSettings {
    /** The longest level, tiles from the start to the flag. */
    static final int MOST_LENGTH = 200;

    /** The widest gap. A jump that carries so far has tiles to spare. */
    static final int WIDEST_GAP = 4;

    /** The most walkers on a hundred tiles. */
    static final int MOST_WALKERS = 10;

    private static final int LEAST_LENGTH = 30;
    private static final int WIDEST_SPIKES = 3;
    private static final int HIGHEST_STEP = 2;

    private final int length;
    private final int gaps;
    private final int spikes;
    private final int walkers;
    private final int height;

    private PlatformerSettings(SimulationSettings settings) {
        length = whole(settings, "length", LEAST_LENGTH, MOST_LENGTH);
        gaps = whole(settings, "gaps", 0, WIDEST_GAP);
        spikes = whole(settings, "spikes", 0, WIDEST_SPIKES);
        walkers = whole(settings, "walkers", 0, MOST_WALKERS);
        height = whole(settings, "height", 0, HIGHEST_STEP);
    }

    /**
     * The settings by name, of the hardest lesson.
     *
     * @return {@code length} 120 tiles from the start to the flag (30 to 200), {@code gaps} the widest gap 4 tiles (0 to 4), {@code spikes}
     *     the longest row of them 3 tiles (0 to 3), {@code walkers} 6 on a hundred tiles (0 to 10), {@code height} the highest step 2 tiles
     *     (0 to 2)
     */
    public static SimulationSettings defaults() {
        return SimulationSettings.none()
                .declare("length", 120)
                .declare("gaps", WIDEST_GAP)
                .declare("spikes", WIDEST_SPIKES)
                .declare("walkers", 6)
                .declare("height", HIGHEST_STEP);
    }

    /**
     * Reads settings.
     *
     * @param settings those of {@link #defaults}, possibly with other values
     * @return the settings
     * @throws IllegalArgumentException if a value is not a whole number or out of its range
     */
    public static PlatformerSettings of(SimulationSettings settings) {
        return new PlatformerSettings(settings);
    }

    private static int whole(SimulationSettings settings, String name, int least, int most) {
        int value = settings.getInt(name);
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "platformer: setting '" + name + "' must be from " + least + " to " + most + ", but is " + value);
        }
        return value;
    }

    int length() {
        return length;
    }

    int gaps() {
        return gaps;
    }

    int spikes() {
        return spikes;
    }

    int walkers() {
        return walkers;
    }

    int height() {
        return height;
    }
}
