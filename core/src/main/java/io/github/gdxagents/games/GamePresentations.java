package io.github.gdxagents.games;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * How games are shown and played, found as services; apart from {@link GameCatalog}, so that a trainer needs no graphics.
 */
public final class GamePresentations {
    private GamePresentations() {}

    /**
     * The presentation of a game. One of another game that can't be made is no reason not to show this one.
     *
     * @param simulation one of that game
     * @return how it is shown and played, or null if it brings nothing for that
     * @throws IllegalArgumentException if it has none, but one that is named as a service can't be made
     */
    public static GamePresentation of(Simulation simulation) {
        Throwable problem = null;
        Iterator<GamePresentation> all =
                ServiceLoader.load(GamePresentation.class).iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    break;
                }
                GamePresentation presentation = all.next();
                if (presentation.presents(simulation)) {
                    return presentation;
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
                problem = broken;
            }
        }
        if (problem != null) {
            throw new IllegalArgumentException(
                    "A presentation that META-INF/services names can't be used: " + problem, problem);
        }
        return null;
    }
}
