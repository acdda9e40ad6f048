package com.example.hopagents;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/** Instances that take turns on one thread, each with its own values in the game's statics. */
public final class HopFactory implements SimulationFactory {
    @Override
    public boolean needsOneThread() {
        return true;
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new HopSimulation(true);
    }
}
