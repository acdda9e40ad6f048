package io.github.gdxagents.desktop.session;

import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;

/**
 * Who plays the seats of an {@link EpisodeLoop} in the window: a player, a script, a policy or a record.
 *
 * <p>Thread safety: none. A step allocates nothing.
 */
public interface Pilot {
    /**
     * The episodes that it plays.
     *
     * @return always the same loop
     */
    EpisodeLoop loop();

    /**
     * Begins an episode.
     *
     * @param seed everything random in it and in the decisions derives from it
     */
    default void begin(long seed) {
        loop().reset(seed);
    }

    /** Makes a turn, unless nothing is left to be decided. */
    default void step() {
        loop().step();
    }

    /**
     * Whether no decision is left, so that the episode stops here although the game might go on.
     *
     * @return always false for a pilot that decides by itself
     */
    default boolean isFinished() {
        return false;
    }

    /**
     * How likely each discrete choice was in a seat's last decision.
     *
     * @param seat has decided
     * @param target {@code [choices]}, overwritten: branch after branch
     * @return false if this pilot doesn't weigh chances; then the target is untouched
     */
    default boolean probabilities(Seat seat, float[] target) {
        return false;
    }

    /**
     * Who it is.
     *
     * @return for example {@code you} or {@code policy lander.policy}
     */
    String name();
}
