package io.github.gdxagents.games.racer;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * How the racer is shown and driven.
 */
public final class RacerPresentation implements GamePresentation {
    @Override
    public boolean presents(Simulation simulation) {
        return simulation instanceof RacerSimulation;
    }

    @Override
    public float stepSeconds() {
        return RacerSimulation.STEP_SECONDS;
    }

    @Override
    public GameView view(Simulation simulation) {
        return new RacerView((RacerSimulation) simulation);
    }

    @Override
    public PlayerInput input(Simulation simulation) {
        return new RacerInput();
    }

    @Override
    public String outcome(Simulation simulation) {
        return ((RacerSimulation) simulation).agents().get(0).isFinished() ? "finished" : "too late";
    }
}
