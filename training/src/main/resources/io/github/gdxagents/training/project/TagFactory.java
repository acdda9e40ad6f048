package com.acme.mygame;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/** Makes instances of the game for the trainer, the check and the window, which find this class by its name. */
public class TagFactory implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        return new TagGame();
    }
}
