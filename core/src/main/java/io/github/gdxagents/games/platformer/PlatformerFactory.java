package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * Makes platformers.
 */
public final class PlatformerFactory implements SimulationFactory {
    private final boolean rays;

    /**
     * Makes a factory.
     *
     * @param rays whether agents see by rays, rather than by a grid
     */
    public PlatformerFactory(boolean rays) {
        this.rays = rays;
    }

    @Override
    public SimulationSettings settings() {
        return PlatformerSettings.defaults();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new PlatformerSimulation(PlatformerSettings.of(settings), rays);
    }
}
