package io.github.gdxagents.games.lander;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * Makes landers.
 */
public final class LanderFactory implements SimulationFactory {
    private final boolean continuous;

    /**
     * Makes a factory.
     *
     * @param continuous whether the engines are throttled, rather than switched on and off
     */
    public LanderFactory(boolean continuous) {
        this.continuous = continuous;
    }

    @Override
    public SimulationSettings settings() {
        return LanderSettings.defaults();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new LanderSimulation(LanderSettings.of(settings), continuous);
    }
}
