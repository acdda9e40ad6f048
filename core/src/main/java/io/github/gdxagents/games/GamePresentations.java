package io.github.gdxagents.games;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * How games are shown and played, found as services; apart from {@link GameCatalog}, so that a trainer needs no graphics.
 */
public final class GamePresentations {
    private GamePresentations() {}

    /**
     * The presentation of a game.
     *
     * @param simulation one of that game
     * @return how it is shown and played, or null if it brings nothing for that
     * @throws IllegalArgumentException if one that is named as a service can't be made
     */
    public static GamePresentation of(Simulation simulation) {
        try {
            for (GamePresentation presentation : ServiceLoader.load(GamePresentation.class)) {
                if (presentation.presents(simulation)) {
                    return presentation;
                }
            }
            return null;
        } catch (ServiceConfigurationError broken) {
            throw new IllegalArgumentException(
                    "A presentation that META-INF/services names can't be made: " + broken.getMessage(), broken);
        }
    }
}
