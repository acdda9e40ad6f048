package com.example.hound;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/** Makes instances of the game. */
public final class HoundFactory implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        return new Hound();
    }
}
