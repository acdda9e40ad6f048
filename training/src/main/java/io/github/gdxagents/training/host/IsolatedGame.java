package io.github.gdxagents.training.host;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.List;
import java.util.function.Supplier;

/**
 * A game of which each instance loads all classes anew: what is static in the game, its adapter and libGDX belongs to that instance alone, so
 * that many run side by side of a game that was written for one. The instances share no compiled code either, which makes them slower.
 *
 * <p>Thread safety: as {@link SimulationFactory} says; the instances share nothing, whatever the game says of itself.
 */
public final class IsolatedGame implements SimulationFactory {
    private final SimulationFactory game;

    /**
     * Makes instances of a game.
     *
     * @param game of a public class that has a public constructor without parameters, and is on the class path of the virtual machine
     */
    public IsolatedGame(SimulationFactory game) {
        this.game = game;
    }

    @Override
    public SimulationSettings settings() {
        return game.settings();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        GameCopy copy = GameCopy.make();
        Simulation simulation = null;
        try {
            simulation = copy.create(game.getClass().getName(), settings);
        } finally {
            if (simulation == null) {
                copy.close();
            }
        }
        return new Isolated(copy, simulation);
    }

    /** An instance that takes its classes with it. */
    private static final class Isolated implements Simulation {
        private final GameCopy copy;
        private final Simulation simulation;
        private boolean wasReset;

        Isolated(GameCopy copy, Simulation simulation) {
            this.copy = copy;
            this.simulation = simulation;
        }

        @Override
        public List<? extends Agent> agents() {
            return simulation.agents();
        }

        @Override
        public void reset(long seed) {
            begin(() -> simulation.reset(seed));
        }

        @Override
        public void reset(long seed, SimulationSettings settings) {
            begin(() -> simulation.reset(seed, settings));
        }

        /** The first time a game loads what it needs, natives too. */
        private void begin(Runnable reset) {
            if (wasReset) {
                play(reset);
            } else {
                wasReset = true;
                copy.inItsFolder(supplier(reset));
            }
        }

        @Override
        public void step() {
            play(simulation::step);
        }

        @Override
        public boolean isEpisodeOver() {
            return simulation.isEpisodeOver();
        }

        @Override
        public void dispose() {
            try (copy) {
                play(simulation::dispose);
            }
        }

        private void play(Runnable part) {
            copy.inside(supplier(part));
        }

        private static Supplier<Void> supplier(Runnable part) {
            return () -> {
                part.run();
                return null;
            };
        }

        @Override
        public String toString() {
            return simulation.toString();
        }
    }
}
