package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Stops a run, as Ctrl-C would, after so many physics steps of all instances. */
final class StoppingFactory implements SimulationFactory {
    private final SimulationFactory game;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private Runnable action;

    StoppingFactory(SimulationFactory game) {
        this.game = game;
    }

    void stopAfter(long steps, TrainingRun stopped) {
        after(steps, stopped::requestStop);
    }

    /** Does something else instead, on the thread of a worker. */
    void after(long steps, Runnable wanted) {
        action = wanted;
        left.set(steps);
    }

    @Override
    public SimulationSettings settings() {
        return game.settings();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        Simulation simulation = game.create(settings);
        return new Simulation() {
            @Override
            public List<? extends Agent> agents() {
                return simulation.agents();
            }

            @Override
            public void reset(long seed) {
                simulation.reset(seed);
            }

            @Override
            public void step() {
                simulation.step();
                if (left.decrementAndGet() == 0) {
                    action.run();
                }
            }

            @Override
            public boolean isEpisodeOver() {
                return simulation.isEpisodeOver();
            }

            @Override
            public void dispose() {
                simulation.dispose();
            }
        };
    }
}
