package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * How the platformer is shown and played.
 */
public final class PlatformerPresentation implements GamePresentation {
    @Override
    public boolean presents(Simulation simulation) {
        return simulation instanceof PlatformerSimulation;
    }

    @Override
    public float stepSeconds() {
        return PlatformerMotion.STEP_SECONDS;
    }

    @Override
    public GameView view(Simulation simulation) {
        return new PlatformerView((PlatformerSimulation) simulation);
    }

    @Override
    public PlayerInput input(Simulation simulation) {
        return new PlatformerInput();
    }

    @Override
    public String outcome(Simulation simulation) {
        return ((PlatformerSimulation) simulation).outcome().words();
    }
}
