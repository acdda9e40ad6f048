package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * How the walker is shown and moved, on the plain and on the hard course.
 */
public final class WalkerPresentation implements GamePresentation {
    @Override
    public boolean presents(Simulation simulation) {
        return simulation instanceof WalkerSimulation;
    }

    @Override
    public float stepSeconds() {
        return WalkerSimulation.STEP_SECONDS;
    }

    @Override
    public GameView view(Simulation simulation) {
        return new WalkerView((WalkerSimulation) simulation);
    }

    @Override
    public PlayerInput input(Simulation simulation) {
        return new WalkerInput();
    }

    @Override
    public String outcome(Simulation simulation) {
        WalkerSimulation walker = (WalkerSimulation) simulation;
        if (!walker.isEpisodeOver()) {
            return "";
        }
        return walker.isArrived() ? "arrived" : walker.isFallen() ? "fell" : "walked back";
    }
}
