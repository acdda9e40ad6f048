package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.concurrent.atomic.AtomicInteger;

/** A corridor that needs one thread, and counts how many step its instances at once. */
public final class SolitaryCorridor implements SimulationFactory {
    private final AtomicInteger stepping = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Threads that were in a step at the same time, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    @Override
    public boolean needsOneThread() {
        return true;
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new WrappedSimulation(new CorridorSimulation.Factory().create(settings)) {
            @Override
            public void step() {
                most.accumulateAndGet(stepping.incrementAndGet(), Math::max);
                Thread.yield();
                super.step();
                stepping.decrementAndGet();
            }
        };
    }
}
