package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.RolloutConfig;
import java.util.Optional;

/**
 * Numbers of instances that collect the same number of decisions in an iteration: twice as many, half as long.
 *
 * <p>More instances make better use of a thread, since its networks decide for more at once. How much an iteration learns from stays what
 * it was, so that learning changes little; but an estimate of advantages looks no further than the horizon, which for that has a least.
 *
 * <p>Thread safety: immutable.
 *
 * @param instances at least 1
 * @param horizon decisions of each slot
 */
record Crowd(int instances, int horizon) {
    private static final int SHORTEST_HORIZON = 64;
    private static final int MOST_INSTANCES = 1 << 12;

    static Crowd of(RolloutConfig config) {
        return new Crowd(config.instances(), config.horizon());
    }

    /**
     * Twice as many.
     *
     * @param shortest decisions that a horizon must have beyond the general least, such as the sequences of a memory
     * @return empty if they would be too many, or the horizon too short
     */
    Optional<Crowd> larger(int shortest) {
        int half = horizon / 2;
        boolean isPossible = horizon % 2 == 0 && half >= Math.max(SHORTEST_HORIZON, shortest);
        return isPossible && 2 * instances <= MOST_INSTANCES
                ? Optional.of(new Crowd(2 * instances, half))
                : Optional.empty();
    }

    /**
     * Half as many.
     *
     * @param fewest instances, one for each thread
     * @return empty if they would be fewer
     */
    Optional<Crowd> smaller(int fewest) {
        return instances % 2 == 0 && instances / 2 >= fewest
                ? Optional.of(new Crowd(instances / 2, 2 * horizon))
                : Optional.empty();
    }

    /** At least a number of instances, as far as doubling leads there. */
    Crowd atLeast(int count, int shortest) {
        Crowd crowd = this;
        while (crowd.instances < count && crowd.larger(shortest).isPresent()) {
            crowd = crowd.larger(shortest).get();
        }
        return crowd;
    }
}
