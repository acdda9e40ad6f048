package com.example.toygame;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;

/** What the trainer's command line is given: {@code train com.example.toygame.CatchGameFactory}. */
public class CatchGameFactory implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        return new CatchGame();
    }
}
