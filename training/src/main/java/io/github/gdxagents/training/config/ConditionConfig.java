package io.github.gdxagents.training.config;

/**
 * When a lesson has been learned: a mean over the last of its finished episodes.
 *
 * @param behavior whose episodes count; empty if the game has only one
 * @param statistic of the behavior, by name; empty for the return
 * @param atLeast what the mean has to be, or more, finite
 * @param episodes how many of the latest the mean is over, at least 1; before there are as many the lesson goes on
 */
public record ConditionConfig(String behavior, String statistic, double atLeast, int episodes) {
    /** The value of each is kept. */
    public static final int MOST_EPISODES = 1_000_000;

    static final int USUAL_EPISODES = 100;

    /** A {@link ConfigException} if a number is not as it is said above. */
    public ConditionConfig {
        new Faults()
                .require(Double.isFinite(atLeast), statistic.isEmpty() ? "return" : "atLeast", "finite", atLeast)
                .inRange("episodes", episodes, 1, MOST_EPISODES)
                .throwIfAny();
    }

    /** {@return a condition on the return, in the last so many episodes} */
    public static ConditionConfig ofReturn(double atLeast, int episodes) {
        return new ConditionConfig("", "", atLeast, episodes);
    }

    /** {@return a condition on a statistic of the game, in the last so many episodes} */
    public static ConditionConfig ofStatistic(String statistic, double atLeast, int episodes) {
        return new ConditionConfig("", statistic, atLeast, episodes);
    }

    /** {@return the same for episodes of one behavior of several} */
    public ConditionConfig of(String name) {
        return new ConditionConfig(name, statistic, atLeast, episodes);
    }

    /** {@return what the mean is of, for people} */
    public String figure() {
        return (statistic.isEmpty() ? "return" : statistic) + (behavior.isEmpty() ? "" : " of " + behavior);
    }
}
