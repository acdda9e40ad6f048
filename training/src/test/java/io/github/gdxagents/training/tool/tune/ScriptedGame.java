package io.github.gdxagents.training.tool.tune;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionCost;
import io.github.gdxagents.training.tool.tune.CollectionTuner.CollectionTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A game of one agent with made-up costs, and a clock of its own. */
final class ScriptedGame implements Function<RolloutConfig, CollectionTrial> {
    private final ManualClock clock = new ManualClock();
    private final ToDoubleFunction<RolloutConfig> costs;
    private final double seconds;
    private final double secondsEach;
    private final BehaviorSpec behavior;
    final List<String> opened = new ArrayList<>();
    final List<String> findings = new ArrayList<>();
    int openTrials;
    int roomForInstances = Integer.MAX_VALUE;
    double simulationShare = 0.5;

    /**
     * Begins nothing.
     *
     * @param seconds to measure in
     * @param secondsEach that a measurement takes
     * @param costs seconds for a decision, with instances, horizon and threads of a measurement
     */
    ScriptedGame(double seconds, double secondsEach, ToDoubleFunction<RolloutConfig> costs) {
        this.costs = costs;
        this.seconds = seconds;
        this.secondsEach = secondsEach;
        CorridorSimulation.Factory game = new CorridorSimulation.Factory();
        behavior = game.create(game.settings()).agents().get(0).behavior();
    }

    CollectionTuner tuner(int cores, String... assignments) {
        return new CollectionTuner(Drafts.of(new CorridorSimulation.Factory(), assignments), cores, this, findings);
    }

    TuningBudget budget() {
        return new TuningBudget(clock, seconds, () -> false);
    }

    @Override
    public CollectionTrial apply(RolloutConfig rollout) {
        if (rollout.instances() > roomForInstances) {
            throw new OutOfMemoryError("no room for " + rollout.instances() + " instances");
        }
        opened.add(rollout.instances() + " x " + rollout.horizon());
        openTrials++;
        return new ScriptedTrial(rollout);
    }

    private final class ScriptedTrial implements CollectionTrial {
        private RolloutConfig rollout;

        ScriptedTrial(RolloutConfig rollout) {
            this.rollout = rollout;
        }

        @Override
        public List<BehaviorSpec> agents() {
            return List.of(behavior);
        }

        @Override
        public void useThreads(int threads) {
            rollout = new RolloutConfig(rollout.instances(), rollout.horizon(), threads);
        }

        @Override
        public CollectionCost measure(double leastSeconds) {
            clock.pass(secondsEach);
            return new CollectionCost(costs.applyAsDouble(rollout), simulationShare);
        }

        @Override
        public void close() {
            openTrials--;
        }
    }
}
