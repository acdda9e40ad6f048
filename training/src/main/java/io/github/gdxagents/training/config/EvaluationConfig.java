package io.github.gdxagents.training.config;

/**
 * How the policy is evaluated: on instances of its own, with the same seeds each time, which training never uses.
 *
 * @param everyIterations iterations from one evaluation to the next, or 0 for none but the last and those near the target
 * @param episodes of each evaluation, at least 1
 * @param seed of the episodes; those of the final evaluation derive from it too, but are others
 * @param finalEpisodes of the evaluation at the end of the run, at least 1
 * @param targetReturn mean return whose first reaching is reported; {@code .inf} for none
 * @param nearTarget how often when it is near
 * @param stopAtTarget whether the run ends there
 */
public record EvaluationConfig(
        @Meaning("iterations between evaluations, 0 = only at the end")
        int everyIterations,

        @Meaning("of each evaluation") int episodes,

        @Meaning("of the episodes, apart from those of training")
        long seed,

        @Meaning("at the end of the run, none seen before") int finalEpisodes,

        @Meaning("mean return whose first reaching is reported, .inf = none")
        double targetReturn,

        NearTargetConfig nearTarget,

        @Meaning("whether the run ends there") boolean stopAtTarget) {
    private static final int MOST_EPISODES = 1_000_000;

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public EvaluationConfig {
        Faults faults = new Faults();
        faults.require(
                everyIterations >= 0, "evaluation.everyIterations", "at least 1, or 0 for none", everyIterations);
        faults.require(
                episodes >= 1 && episodes <= MOST_EPISODES, "evaluation.episodes", "1 to " + MOST_EPISODES, episodes);
        faults.require(
                finalEpisodes >= 1 && finalEpisodes <= MOST_EPISODES,
                "evaluation.finalEpisodes",
                "1 to " + MOST_EPISODES,
                finalEpisodes);
        faults.require(
                targetReturn > Double.NEGATIVE_INFINITY, // not NaN either
                "evaluation.targetReturn",
                "a finite number, or .inf for none",
                targetReturn);
        faults.throwIfAny();
    }
}
