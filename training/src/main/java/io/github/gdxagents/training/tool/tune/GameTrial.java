package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationPool;
import java.util.List;

/** Instances of the game that collect experience which nobody learns from, with networks of the run's shape that prefer nothing. */
final class GameTrial implements CollectionTuner.CollectionTrial {
    private final SimulationFactory game;
    private final SimulationPool pool;
    private final List<Weights> weights;

    /** Makes the instances and lets all begin an episode, which may take long. Throws a SimulationFault if the game breaks the rules. */
    GameTrial(TrainingConfig config, SimulationFactory game, RolloutConfig rollout) {
        this.game = game;
        SimulationSettings settings = config.simulationSettings(game);
        pool = new SimulationPool(
                () -> game.create(settings),
                rollout.playable(game),
                config.faults(),
                config.seed(),
                behavior -> new ActorCritic(behavior, config.network()));
        try {
            weights = pool.groups().stream()
                    .map(group -> weights(group.behavior(), config))
                    .toList();
            measure(0);
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }

    private static Weights weights(BehaviorSpec behavior, TrainingConfig config) {
        return new Weights(
                new ActorCritic(behavior, config.network()).parameters(),
                ObservationNormalizer.identity(behavior.observation().size()));
    }

    @Override
    public List<BehaviorSpec> agents() {
        return pool.groups().stream()
                .flatMap(group -> group.agents().stream().map(agent -> group.behavior()))
                .toList();
    }

    @Override
    public void useThreads(int threads) {
        pool.useThreads(game.needsOneThread() ? 1 : threads);
    }

    @Override
    public CollectionTuner.CollectionCost measure(double leastSeconds) {
        long decisions = 0;
        double simulation = 0;
        double inference = 0;
        double seconds;
        long start = System.nanoTime();
        do {
            decisions += pool.collect(weights).stream().mapToInt(Rollout::size).sum();
            simulation += pool.simulationSeconds();
            inference += pool.inferenceSeconds();
            seconds = (System.nanoTime() - start) * 1e-9;
        } while (seconds < leastSeconds);
        double work = simulation + inference;
        // agents may all have waited, and a clock need not have ticked
        return new CollectionTuner.CollectionCost(seconds / Math.max(1, decisions), work > 0 ? simulation / work : 1);
    }

    @Override
    public void close() {
        pool.close();
    }
}
