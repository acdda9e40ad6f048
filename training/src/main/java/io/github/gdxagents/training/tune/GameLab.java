package io.github.gdxagents.training.tune;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures with the game itself.
 *
 * <p>Thread safety: none.
 */
final class GameLab implements Lab {
    private static final double RACE_SHARE = 0.5;
    /** Of all the time: short enough that each candidate gets several turns. */
    private static final double SLICE_SHARE = 0.01;

    private final TrainingConfig config;
    private final SimulationFactory game;
    private final Budget budget;
    private final Findings findings;
    private final Map<Collecting, CollectionCost> costs = new HashMap<>();

    /**
     * Measures nothing yet.
     *
     * @param config of the run
     * @param game makes instances
     * @param budget the time for all measurements
     * @param findings takes their results
     */
    GameLab(TrainingConfig config, SimulationFactory game, Budget budget, Findings findings) {
        this.config = config;
        this.game = game;
        this.budget = budget;
        this.findings = findings;
    }

    /** Makes instances of the game that have not begun. */
    GamePool pool(int instances, int horizon, int threads) {
        return new GamePool(config, game, new RolloutConfig(instances, horizon, threads));
    }

    Budget budget() {
        return budget;
    }

    @Override
    public Site open(Collecting how, int instances, int horizon) {
        GamePool pool = pool(instances, horizon, how.threads());
        try {
            pool.begin();
            return new PoolSite(pool);
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }

    @Override
    public List<Timing<Collecting>> race(List<Collecting> candidates, ToDoubleFunction<Collecting> cost) {
        List<Timing<Collecting>> timings = new Race(budget.part(RACE_SHARE)).run(candidates, cost);
        timings.forEach(timing -> findings.add(timing.candidate().toString(), timing));
        return timings;
    }

    @Override
    public boolean hasTime() {
        return !budget.isSpent();
    }

    @Override
    public double slice() {
        return SLICE_SHARE * config.tuning().seconds();
    }

    /** The least that a decision was measured to cost that way. */
    CollectionCost cost(Collecting measured) {
        return costs.get(measured);
    }

    /** Measures with a pool, which it closes. */
    private final class PoolSite implements Site {
        private final GamePool pool;

        PoolSite(GamePool pool) {
            this.pool = pool;
        }

        @Override
        public double measure(Collecting how) {
            pool.useThreads(how.threads());
            CollectionCost cost = pool.measure(slice());
            costs.merge(how, cost, CollectionCost::lower);
            return cost.seconds();
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
