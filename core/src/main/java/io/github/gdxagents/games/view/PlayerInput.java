package io.github.gdxagents.games.view;

import io.github.gdxagents.agent.Actions;

/**
 * Turns the keys that a player holds into the actions of an agent.
 *
 * <p>Thread safety: none. Allocates nothing per decision.
 */
public interface PlayerInput {
    /**
     * Decides.
     *
     * @param keys what is held now
     * @param out at rest when handed over; overwritten
     */
    void decide(KeyState keys, Actions out);

    /**
     * The keys for the player to read.
     *
     * @return lines of a key and its meaning, parted by a tab
     */
    String help();
}
