package io.github.gdxagents.games;

import io.github.gdxagents.games.lander.LanderFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The games that are bundled.
 */
public final class GameCatalog {
    private static final List<Game> GAMES = Collections.unmodifiableList(Arrays.asList(
            new Game(
                    "lander",
                    "Lunar Lander",
                    "Bring the craft to rest between the flags; its engines are switched on and off.",
                    new LanderFactory(false)),
            new Game(
                    "lander-continuous",
                    "Lunar Lander, throttled",
                    "Bring the craft to rest between the flags; its engines are throttled.",
                    new LanderFactory(true))));

    private GameCatalog() {}

    /**
     * All bundled games.
     *
     * @return unmodifiable
     */
    public static List<Game> games() {
        return GAMES;
    }

    /**
     * Finds a game.
     *
     * @param name as {@link Game#name} gives it
     * @return the game
     * @throws IllegalArgumentException if there is none of that name; the message lists those that there are
     */
    public static Game get(String name) {
        List<String> names = new ArrayList<String>();
        for (Game game : GAMES) {
            if (game.name().equals(name)) {
                return game;
            }
            names.add(game.name());
        }
        throw new IllegalArgumentException("there is no bundled game '" + name + "'; there are " + names);
    }
}
