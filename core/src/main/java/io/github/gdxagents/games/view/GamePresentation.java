package io.github.gdxagents.games.view;

import io.github.gdxagents.agent.Simulation;

/**
 * All that a window needs to show a game and let it be played, beside the simulation itself.
 *
 * <p>A game that names its own in a file {@code META-INF/services/io.github.gdxagents.games.view.GamePresentation} of its jar is shown so
 * by the window; it must be public and have a public constructor without parameters.
 */
public interface GamePresentation {
    /**
     * Whether this is the one for a game.
     *
     * @param simulation of any game
     * @return true if it is one of this presentation's
     */
    boolean presents(Simulation simulation);

    /**
     * How long a physics step lasts.
     *
     * @return seconds, above 0
     */
    float stepSeconds();

    /**
     * Makes a view. Needs a graphics context.
     *
     * @param simulation one of this game
     * @return a view, to be disposed by the caller
     */
    GameView view(Simulation simulation);

    /**
     * Makes the keyboard of a player.
     *
     * @param simulation one of this game
     * @return the keyboard for the simulation's first agent
     */
    PlayerInput input(Simulation simulation);

    /**
     * How an episode went, in a word or two.
     *
     * @param simulation one of this game, at the end of an episode
     * @return for example {@code landed} or {@code crashed}; empty if the game itself did not end it
     */
    String outcome(Simulation simulation);
}
