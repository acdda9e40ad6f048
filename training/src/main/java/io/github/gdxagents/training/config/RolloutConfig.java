package io.github.gdxagents.training.config;

/**
 * How experience is collected.
 *
 * @param instances simulated instances of the game, 1 to 1048576
 * @param horizon decisions of each slot in one iteration (T), 1 to 1048576, with instances × horizon at most 2^28
 * @param threads that collect, 1 to 1024, or 0 for one per core; results do not depend on it
 */
public record RolloutConfig(
        @MayBeAuto(otherwise = "32") @Meaning("simulated instances of the game")
        int instances,

        @MayBeAuto(otherwise = "256") @Meaning("decisions of each agent slot in one iteration (T)")
        int horizon,

        @MayBeAuto(otherwise = "0") @Meaning("that collect and evaluate, 0 = one per core; no result depends on it")
        int threads) {
    private static final int MOST_INSTANCES = 1 << 20;
    private static final int LONGEST_HORIZON = 1 << 20;
    private static final int MOST_DECISIONS = 1 << 28;
    private static final int MOST_THREADS = 1 << 10;

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
                "1 to " + MOST_INSTANCES + ", or auto",
                instances);
        faults.require(
                horizon >= 1 && horizon <= LONGEST_HORIZON,
                "rollout.horizon",
                "1 to " + LONGEST_HORIZON + ", or auto",
                horizon);
        faults.require(
                instances > MOST_INSTANCES || horizon > LONGEST_HORIZON || (long) instances * horizon <= MOST_DECISIONS,
                "rollout.horizon",
                "at most " + MOST_DECISIONS / Math.max(1, instances) + " with " + instances + " instances",
                horizon);
        faults.require(
                threads >= 0 && threads <= MOST_THREADS,
                "rollout.threads",
                "1 to " + MOST_THREADS + ", 0 for one per core, or auto",
                threads);
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
