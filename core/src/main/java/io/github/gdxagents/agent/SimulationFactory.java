package io.github.gdxagents.agent;

/**
 * Makes the instances of a game: what a trainer, a test or a window is given to run it.
 *
 * <p>A class that implements it and has a public constructor without parameters can be named on the trainer's command line.
 *
 * <p>Thread safety: {@link #create} may be called from several threads; the instances share nothing.
 */
public interface SimulationFactory {
    /**
     * The settings that the game has, with their defaults.
     *
     * @return none, unless overridden
     */
    default SimulationSettings settings() {
        return SimulationSettings.none();
    }

    /**
     * Makes an instance. It is reset before its first step.
     *
     * @param settings those of {@link #settings()}, possibly with other values
     * @return a new instance, to be disposed by the caller
     * @throws IllegalArgumentException if a value is out of range
     */
    Simulation create(SimulationSettings settings);
}
