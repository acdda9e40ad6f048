package io.github.gdxagents.agent;

import com.badlogic.gdx.utils.Disposable;
import java.util.List;

/**
 * One instance of a game: its rules and physics at a fixed step, without rendering and without statics.
 *
 * <p>The running game, the trainer and the tests all step the same simulation. An episode goes
 *
 * <pre>{@code
 * simulation.reset(seed);
 * while (!simulation.isEpisodeOver()) {
 *     // agents that are due observe and act here, see EpisodeLoop
 *     simulation.step();
 * }
 * }</pre>
 *
 * <p>Everything random comes from the seed of {@link #reset}: the same seed and the same actions give the same observations and
 * rewards, in whatever order or on whatever thread other instances run. {@code MathUtils.random}, {@code Gdx} and other shared
 * state are therefore off limits. With Box2D, begin every episode in a new {@code World}: an emptied one is not the same.
 *
 * <p>Thread safety: an instance is used by one thread at a time, but different instances run on different threads at once, unless the
 * factory {@linkplain SimulationFactory#needsOneThread needs one thread}.
 */
public interface Simulation extends Disposable {
    /**
     * The agents (slots) of this instance.
     *
     * @return the same agents in the same order for the life of the simulation, also across resets; at least one
     */
    List<? extends Agent> agents();

    /**
     * Begins a new episode.
     *
     * @param seed any value; everything random in the episode derives from it
     */
    void reset(long seed);

    /**
     * Begins a new episode with settings of its own, for whoever runs episodes and wants to vary them. The trainer does without: it makes an
     * instance anew where the settings of its next episode are others. Games that allow it override this, and let {@link #reset(long)} begin one with the settings that the instance was made with.
     *
     * @param seed any value; everything random in the episode derives from it
     * @param settings those of {@link SimulationFactory#settings}, possibly with other values; the episode is the one that an instance made
     *     with them would play
     * @throws UnsupportedOperationException unless overridden
     */
    default void reset(long seed, SimulationSettings settings) {
        throw new UnsupportedOperationException("simulation " + getClass().getName()
                + ": its settings can't vary from episode to episode, since it has no reset(seed, settings); override that, or"
                + " leave the settings as the instance was made with");
    }

    /** Advances the game by one fixed physics step, with the actions that the agents were given last. */
    void step();

    /**
     * Whether the episode of the whole simulation has ended, so that only {@link #reset} can follow.
     *
     * <p>By default it has when no agent is running. A game in which all agents may wait at once (to be revived, say) overrides this.
     *
     * @return true if the episode is over; then no agent's status may be {@link StepStatus#RUNNING}
     */
    default boolean isEpisodeOver() {
        List<? extends Agent> agents = agents();
        for (int i = 0; i < agents.size(); i++) {
            if (agents.get(i).status() == StepStatus.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Frees what the instance holds (worlds, natives). A second call does nothing: a {@code World} of Box2D does not see to that by itself,
     * and one that is disposed of twice ends the JVM.
     */
    @Override
    void dispose();
}
