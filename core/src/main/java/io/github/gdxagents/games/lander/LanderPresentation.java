package io.github.gdxagents.games.lander;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * How the lander is shown and steered, with discrete and with continuous actions.
 */
public final class LanderPresentation implements GamePresentation {
    static final float STEP_SECONDS = 1f / 50f;

    @Override
    public boolean presents(Simulation simulation) {
        return simulation instanceof LanderSimulation;
    }

    @Override
    public float stepSeconds() {
        return STEP_SECONDS;
    }

    @Override
    public GameView view(Simulation simulation) {
        return new LanderView((LanderSimulation) simulation);
    }

    @Override
    public PlayerInput input(Simulation simulation) {
        return new LanderInput();
    }

    @Override
    public String outcome(Simulation simulation) {
        LanderSimulation lander = (LanderSimulation) simulation;
        if (lander.isLanded()) {
            return "landed";
        }
        return lander.isCrashed() ? "crashed" : "flew away";
    }
}
