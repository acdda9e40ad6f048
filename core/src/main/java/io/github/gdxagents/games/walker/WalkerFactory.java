package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/**
 * Makes walkers.
 */
public final class WalkerFactory implements SimulationFactory {
    private final boolean hardcore;

    /**
     * Makes a factory.
     *
     * @param hardcore whether stumps, pits and stairs are in the way
     */
    public WalkerFactory(boolean hardcore) {
        this.hardcore = hardcore;
    }

    @Override
    public SimulationSettings settings() {
        return WalkerSettings.defaults();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new WalkerSimulation(WalkerSettings.of(settings), hardcore);
    }
}
