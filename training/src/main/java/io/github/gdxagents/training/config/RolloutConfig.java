package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.SimulationFactory;

/**
 * How experience is collected.
 *
 * @param instances simulated instances of the game, 1 to 1048576
 * @param horizon decisions of each slot in one iteration (T), 1 to 1048576, with instances × horizon at most 2^28
 * @param threads that collect, 1 to 1024, or 0 for one per core; results do not depend on it. A game that needs one thread is played by one
 */
public record RolloutConfig(
        @Key(value = "simulated instances of the game", auto = "32")
        int instances,

        @Key(value = "decisions of each agent slot in one iteration (T)", auto = "256")
        int horizon,

        @Key(value = "that collect and evaluate, 0 = one per core; no result depends on it", auto = "0")
        int threads) {
    private static final int MOST_INSTANCES = 1 << 20;
    private static final int LONGEST_HORIZON = 1 << 20;
    private static final int MOST_DECISIONS = 1 << 28;
    private static final int MOST_THREADS = 1 << 10;

    public RolloutConfig {
        Faults faults = new Faults();
        faults.inRange("rollout.instances", instances, 1, MOST_INSTANCES, ", or auto");
        faults.inRange("rollout.horizon", horizon, 1, LONGEST_HORIZON, ", or auto");
        faults.require(
                instances > MOST_INSTANCES || horizon > LONGEST_HORIZON || (long) instances * horizon <= MOST_DECISIONS,
                "rollout.horizon",
                "at most " + MOST_DECISIONS / Math.max(1, instances) + " with " + instances + " instances",
                horizon);
        boolean isPossible = threads >= 0 && threads <= MOST_THREADS;
        String expected = "1 to " + MOST_THREADS + ", 0 for one per core, or auto";
        faults.require(isPossible, "rollout.threads", expected, threads);
        faults.throwIfAny();
    }

    /** How many threads collect, at least 1: 0 is resolved to the number of cores. */
    public int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The same, but with one thread if the game needs that. */
    public RolloutConfig playable(SimulationFactory game) {
        return game.needsOneThread() ? new RolloutConfig(instances, horizon, 1) : this;
    }

    public interface Builder extends ConfigBuilder<RolloutConfig> {
        Builder instances(int instances);

        Builder horizon(int horizon);

        Builder threads(int threads);
    }
}
