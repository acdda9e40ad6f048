package io.github.gdxagents.desktop;

import java.nio.file.Path;

/**
 * What the window is to show: the outcome of the command line or of the menu.
 *
 * @param game the game's name, or null for the menu
 * @param mode who decides
 * @param policy the policy file, or null for the bundled one
 * @param stochastic whether a policy draws its actions instead of taking the likeliest
 * @param window size, speed, seed and when to exit
 */
record Launch(String game, Mode mode, Path policy, boolean stochastic, WindowOptions window) {
    /** Who decides for the agents. */
    enum Mode {
        /** The player's keys. */
        PLAY,
        /** A trained policy. */
        POLICY,
        /** The game's own script. */
        HEURISTIC
    }

    static Launch menu(WindowOptions window) {
        return new Launch(null, Mode.PLAY, null, false, window);
    }

    Launch of(String otherGame, Mode otherMode) {
        return new Launch(otherGame, otherMode, null, stochastic, window);
    }
}
