package io.github.gdxagents.games.racer;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * Makes races.
 */
public final class RacerFactory implements SimulationFactory {
    @Override
    public SimulationSettings settings() {
        return RacerSettings.defaults();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new RacerSimulation(RacerSettings.of(settings));
    }
}
