package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.Trainer;
import java.util.ArrayList;
import java.util.List;

/**
 * One number of threads in a benchmark: a trainer, a bare simulation of as many instances, and what was measured of them.
 *
 * <p>Thread safety: none; one thread calls.
 */
final class Contestant implements AutoCloseable {
    private final TrainingConfig config;
    private final Trainer trainer;
    private final BareSimulation simulation;
    private final List<Round> rounds = new ArrayList<>();

    Contestant(TrainingConfig config, SimulationFactory game) {
        this.config = config;
        SimulationSettings settings = config.simulationSettings(game);
        trainer = new Trainer(config, game);
        try {
            simulation = new BareSimulation(
                    () -> game.create(settings), config.rollout().instances(), threads(), config.seed());
        } catch (RuntimeException | Error e) {
            trainer.close();
            throw e;
        }
    }

    /** Measures a round. */
    void measure() {
        double bare = simulation.measure(config.rollout().horizon());
        rounds.add(Round.measure(bare, trainer, config.ppo().minibatchSize()));
    }

    /** Forgets the rounds so far. */
    void forget() {
        rounds.clear();
    }

    String device() {
        return trainer.device().toString();
    }

    ThreadResult result() {
        return new ThreadResult(threads(), rounds);
    }

    /** More threads than instances would have nothing to do. */
    private int threads() {
        return Math.min(config.rollout().threadCount(), config.rollout().instances());
    }

    @Override
    public void close() {
        simulation.close();
        trainer.close();
    }
}
