package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Corridors that count what is done with them; from one on they can't be made. */
final class CountedCorridors implements SimulationFactory {
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger disposed = new AtomicInteger();
    final AtomicInteger steps = new AtomicInteger();
    private final int most;

    CountedCorridors(int most) {
        this.most = most;
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        if (made.get() == most) {
            throw new IllegalStateException("no room for more than " + most);
        }
        made.incrementAndGet();
        return new Counted(new CorridorSimulation.Factory().create(settings));
    }

    private final class Counted implements Simulation {
        private final Simulation corridor;

        Counted(Simulation corridor) {
            this.corridor = corridor;
        }

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
            steps.incrementAndGet();
            corridor.step();
        }

        @Override
        public boolean isEpisodeOver() {
            return corridor.isEpisodeOver();
        }

        @Override
        public void dispose() {
            disposed.incrementAndGet();
            corridor.dispose();
        }
    }
}
