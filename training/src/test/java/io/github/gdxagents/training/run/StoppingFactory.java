package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.WrappedSimulation;
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
        return new WrappedSimulation(game.create(settings)) {
            @Override
            public void step() {
                super.step();
                if (left.decrementAndGet() == 0) {
                    action.run();
                }
            }
        };
    }
}
