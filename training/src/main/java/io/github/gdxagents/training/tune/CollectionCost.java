package io.github.gdxagents.training.tune;

/**
 * What a decision costs while experience is collected.
 *
 * <p>Thread safety: immutable.
 *
 * @param seconds from the beginning of collecting to its end, divided by the decisions of all slots
 * @param simulationShare part of the threads' work that is the game's: physics, observations and rewards; in [0, 1]
 */
record CollectionCost(double seconds, double simulationShare) {
    CollectionCost lower(CollectionCost other) {
        return other.seconds < seconds ? other : this;
    }
}
