package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Passes everything on to another simulation; a test overrides what is to differ, or wraps the agents. */
public class WrappedSimulation implements Simulation {
    private final Simulation game;
    private final List<Agent> agents;

    /** Wraps a simulation with the agents that it has. */
    public WrappedSimulation(Simulation game) {
        this(game, UnaryOperator.identity());
    }

    /**
     * Wraps a simulation and its agents.
     *
     * @param game that is passed on to
     * @param wrapping makes each slot's agent of the game's
     */
    public WrappedSimulation(Simulation game, UnaryOperator<Agent> wrapping) {
        this.game = game;
        List<Agent> wrapped = new ArrayList<>();
        for (Agent agent : game.agents()) {
            wrapped.add(wrapping.apply(agent));
        }
        agents = Collections.unmodifiableList(wrapped);
    }

    @Override
    public final List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        game.reset(seed);
    }

    @Override
    public void reset(long seed, SimulationSettings settings) {
        game.reset(seed, settings);
    }

    @Override
    public void step() {
        game.step();
    }

    @Override
    public boolean isEpisodeOver() {
        return game.isEpisodeOver();
    }

    @Override
    public void dispose() {
        game.dispose();
    }
}
