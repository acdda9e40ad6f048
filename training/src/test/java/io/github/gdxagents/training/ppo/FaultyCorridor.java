package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Corridors that count their steps, one of which throws. */
final class FaultyCorridor implements SimulationFactory {
    private final CorridorSimulation.Factory corridors = new CorridorSimulation.Factory();
    private final AtomicLong steps = new AtomicLong();
    private final long fault;

    FaultyCorridor(long fault) {
        this.fault = fault;
    }

    /** Physics steps of all instances so far. */
    long steps() {
        return steps.get();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        Simulation corridor = corridors.create(settings);
        return new Simulation() {
            @Override
            public List<? extends Agent> agents() {
                return corridor.agents();
            }

            @Override
            public void reset(long seed) {
                corridor.reset(seed);
            }

            @Override
            public void step() {
                if (steps.incrementAndGet() == fault) {
                    throw new ArithmeticException("the floor gave way");
                }
                corridor.step();
            }

            @Override
            public boolean isEpisodeOver() {
                return corridor.isEpisodeOver();
            }

            @Override
            public void dispose() {
                corridor.dispose();
            }
        };
    }
}
