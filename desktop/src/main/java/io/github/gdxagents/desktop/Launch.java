package io.github.gdxagents.desktop;

import io.github.gdxagents.replay.Replay;
import java.nio.file.Path;
import java.util.List;

/**
 * What the window is to show: the outcome of the command line or of the menu.
 *
 * @param game the game's name, or null for the menu
 * @param mode who decides
 * @param files the policies, or the replay; none for the bundled policy
 * @param stochastic whether a policy draws its actions instead of taking the likeliest
 * @param replay what the file has in it if it is a replay, else null
 * @param window size, speed, seed and when to exit
 */
record Launch(String game, Mode mode, List<Path> files, boolean stochastic, Replay replay, WindowOptions window) {
    /** Who decides for the agents. */
    enum Mode {
        /** The player's keys. */
        PLAY,
        /** A trained policy. */
        POLICY,
        /** The game's own script. */
        HEURISTIC,
        /** A record of an episode. */
        REPLAY
    }

    static Launch menu(WindowOptions window) {
        return play(null, window);
    }

    static Launch play(String game, WindowOptions window) {
        return new Launch(game, Mode.PLAY, List.of(), false, null, window);
    }

    static Launch replay(Path file, Replay replay, WindowOptions window) {
        return new Launch(replay.game(), Mode.REPLAY, List.of(file), false, replay, window);
    }

    Launch of(String otherGame, Mode otherMode) {
        return new Launch(otherGame, otherMode, List.of(), stochastic, null, window);
    }

    boolean isReplay() {
        return mode == Mode.REPLAY;
    }

    /** The files of policies, which may change while they are watched. */
    List<Path> policyFiles() {
        return mode == Mode.POLICY ? files : List.of();
    }

    /** The replay's file. */
    Path replayFile() {
        return files.get(0);
    }
}
