package io.github.gdxagents.training.config;

/**
 * How experience is collected.
 *
 * @param instances simulated instances of the game, at least 1
 * @param horizon decisions of each slot in one iteration (T), at least 1
 * @param threads that collect, or 0 for one per core; results do not depend on it
 */
public record RolloutConfig(
        @Meaning("simulated instances of the game") int instances,

        @Meaning("decisions of each agent slot in one iteration (T)")
        int horizon,

        @Meaning("that collect and evaluate, 0 = one per core; no result depends on it")
        int threads) {
    private static final int MOST_INSTANCES = 1 << 20;
    private static final int LONGEST_HORIZON = 1 << 20;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public RolloutConfig {
        Faults faults = new Faults();
        faults.require(
                instances >= 1 && instances <= MOST_INSTANCES,
                "rollout.instances",
                "1 to " + MOST_INSTANCES,
                instances);
        faults.require(
                horizon >= 1 && horizon <= LONGEST_HORIZON, "rollout.horizon", "1 to " + LONGEST_HORIZON, horizon);
        faults.require(threads >= 0, "rollout.threads", "at least 1, or 0 for one per core", threads);
        faults.throwIfAny();
    }

    /**
     * How many threads collect.
     *
     * @return at least 1, with 0 resolved to the number of cores
     */
    public int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
