package io.github.gdxagents.agent;

/**
 * Makes the instances of a game: what a trainer, a test or a window is given to run it.
 *
 * <p>A class that implements it and has a public constructor without parameters can be named on the trainer's command line.
 *
 * <p>Thread safety: {@link #create} may be called from several threads; the instances share nothing, unless {@link #needsOneThread} says so.
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
     * Whether instances share what two threads must not use at once, such as vectors in static fields, libGDX's {@code Pools} or a
     * {@code MathUtils.random} that each puts its own in place of. A trainer, tuner or benchmark then plays all of them on one thread, whatever
     * number it was given. They may still be played by turns, and on another thread than the one that made them.
     *
     * @return false, unless overridden
     */
    default boolean needsOneThread() {
        return false;
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
