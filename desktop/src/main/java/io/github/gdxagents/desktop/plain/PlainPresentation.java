package io.github.gdxagents.desktop.plain;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DSimulation;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.PlayerInput;
import java.util.Locale;

/** Shows any game: the world of one that hands it out, numbers of another. */
public final class PlainPresentation implements GamePresentation {
    private static final float STEP_SECONDS = 1f / 60f;

    private final Simulation simulation;

    /**
     * Makes a presentation.
     *
     * @param simulation that is to be shown
     */
    public PlainPresentation(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public boolean presents(Simulation shown) {
        return shown == simulation;
    }

    @Override
    public float stepSeconds() {
        return simulation instanceof Box2DSimulation box2d ? box2d.stepSeconds() : STEP_SECONDS;
    }

    @Override
    public GameView view(Simulation shown) {
        return shown instanceof Box2DSimulation box2d ? new Box2DView(box2d) : new NumbersView(shown);
    }

    @Override
    public PlayerInput input(Simulation shown) {
        return new PlainInput(shown.agents().get(0).behavior().action());
    }

    @Override
    public String outcome(Simulation shown) {
        StepStatus status = shown.agents().get(0).status();
        return status.name().toLowerCase(Locale.ROOT);
    }
}
