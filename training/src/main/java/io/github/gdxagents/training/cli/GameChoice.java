package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.games.UnknownGameException;
import io.github.gdxagents.training.config.Suggestions;
import io.github.gdxagents.training.host.IsolatedGame;
import java.util.List;

/** A game that was asked for by name, and by a name that nearly was one. */
record GameChoice(String name, SimulationFactory factory) {
    static GameChoice of(String name) {
        try {
            return new GameChoice(name, GameCatalog.get(name).factory());
        } catch (UnknownGameException unknown) {
            List<String> names = GameCatalog.games().stream().map(Game::name).toList();
            throw Suggestions.nearest(name, names)
                    .map(near -> unknown.with(" Did you mean '" + near + "'?"))
                    .orElse(unknown);
        }
    }

    /** What plays: the game itself, or one whose instances have classes of their own. */
    SimulationFactory playable(boolean isIsolated) {
        return isIsolated ? new IsolatedGame(factory) : factory;
    }
}
