package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts a game's instances, and breaks after so many steps of all of them. */
final class CountedGame implements SimulationFactory {
    final AtomicLong made = new AtomicLong();
    final AtomicLong disposed = new AtomicLong();
    private final SimulationFactory game;
    private final AtomicLong stepsLeft;

    CountedGame(SimulationFactory game, long stepsUntilItBreaks) {
        this.game = game;
        stepsLeft = new AtomicLong(stepsUntilItBreaks);
    }

    CountedGame(SimulationFactory game) {
        this(game, Long.MAX_VALUE);
    }

    @Override
    public SimulationSettings settings() {
        return game.settings();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        made.incrementAndGet();
        return new Counted(game.create(settings));
    }

    private final class Counted implements Simulation {
        private final Simulation counted;

        Counted(Simulation counted) {
            this.counted = counted;
        }

        @Override
        public List<? extends Agent> agents() {
            return counted.agents();
        }

        @Override
        public void reset(long seed) {
            counted.reset(seed);
        }

        @Override
        public void step() {
            if (stepsLeft.getAndDecrement() <= 0) {
                throw new ArithmeticException("the floor gave way");
            }
            counted.step();
        }

        @Override
        public void dispose() {
            disposed.incrementAndGet();
            counted.dispose();
        }
    }
}
