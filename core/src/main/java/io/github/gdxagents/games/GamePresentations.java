package io.github.gdxagents.games;

import io.github.gdxagents.games.lander.LanderPresentation;
import io.github.gdxagents.games.view.GamePresentation;

/**
 * How each bundled game is shown and played; apart from {@link GameCatalog}, so that a trainer needs no graphics.
 */
public final class GamePresentations {
    private GamePresentations() {}

    /**
     * The presentation of a game.
     *
     * @param game its name in the catalog
     * @return how it is shown and played
     * @throws IllegalArgumentException if it has none
     */
    public static GamePresentation of(String game) {
        switch (game) {
            case "lander":
            case "lander-continuous":
                return new LanderPresentation();
            default:
                throw new IllegalArgumentException("game '" + game + "' can't be shown: it has no presentation");
        }
    }
}
