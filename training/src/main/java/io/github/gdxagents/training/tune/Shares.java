package io.github.gdxagents.training.tune;

/**
 * Where the time of an iteration will go, as far as it was measured.
 *
 * <p>Thread safety: immutable.
 *
 * @param simulation the game's share, in [0, 1]
 * @param inference that of the networks while they decide, in [0, 1]
 * @param learning that of advantages and updates, in [0, 1]
 */
record Shares(double simulation, double inference, double learning) {
    /**
     * The shares of costs.
     *
     * @param collection of a decision
     * @param learning seconds for each decision that was collected
     */
    static Shares of(CollectionCost collection, double learning) {
        double whole = collection.seconds() + learning;
        double simulation = collection.simulationShare() * collection.seconds();
        return new Shares(simulation / whole, (collection.seconds() - simulation) / whole, learning / whole);
    }

    /** The largest. */
    Limit limit(boolean isOnGpu) {
        if (learning > Math.max(simulation, inference)) {
            return isOnGpu ? Limit.LEARNING_ON_GPU : Limit.LEARNING_ON_CPU;
        }
        return simulation >= inference ? Limit.SIMULATION : Limit.INFERENCE;
    }

    double largest() {
        return Math.max(learning, Math.max(simulation, inference));
    }
}
