package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Actions;

/**
 * Who decides for the agents of a running episode: a player, a script, a policy or a record.
 *
 * <p>Thread safety: none. Deciding allocates nothing.
 */
public interface Pilot {
    /**
     * Begins an episode. Call it after the simulation's reset.
     *
     * @param seed everything random in the decisions derives from it
     */
    void reset(long seed);

    /** Gives actions to the agents that are due. Call it once before each physics step. */
    void decide();

    /**
     * Whether no decision is left, so that the episode stops here although the game might go on.
     *
     * @return always false for a pilot that decides by itself
     */
    default boolean isFinished() {
        return false;
    }

    /** Takes note that the episode is over. Call it once, after the last physics step. */
    default void end() {}

    /**
     * The first agent's last actions.
     *
     * @return kept and overwritten by the next decision
     */
    Actions actions();

    /**
     * How likely each discrete choice was in the first agent's last decision.
     *
     * @param target {@code [choices]}, overwritten: branch after branch
     * @return false if this pilot doesn't weigh chances or hasn't decided yet; then the target is untouched
     */
    default boolean probabilities(float[] target) {
        return false;
    }

    /**
     * Who it is.
     *
     * @return for example {@code you} or {@code policy lander.policy}
     */
    String name();
}
