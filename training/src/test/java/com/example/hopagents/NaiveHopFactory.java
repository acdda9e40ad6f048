package com.example.hopagents;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/** Instances that leave the game's statics alone: to be isolated. */
public final class NaiveHopFactory implements SimulationFactory {
    @Override
    public boolean needsOneThread() {
        return true;
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new HopSimulation(false);
    }
}
