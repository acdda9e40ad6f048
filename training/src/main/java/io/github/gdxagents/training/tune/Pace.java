package io.github.gdxagents.training.tune;

/**
 * How fast a game is, roughly: it says how much of it can be measured.
 *
 * <p>Thread safety: immutable.
 *
 * @param instanceSeconds that one thread takes until all agents of an instance have decided once
 * @param simulationShare part of that which is the game's, in [0, 1]
 */
record Pace(double instanceSeconds, double simulationShare) {
    /** What a run has without measurement; with much less, waking up the threads would count for too much. */
    private static final int LONGEST_HORIZON = 256;
    /** If the networks took no time at all, a run would be so much faster: less can't be told from noise. */
    private static final double WORTHWHILE = 0.05;

    /** Whether a game leaves anything to gain for networks that decide for more instances at once. */
    boolean canGainFromMoreInstances() {
        return 1 - simulationShare > WORTHWHILE;
    }

    /**
     * Instances that numbers of threads are compared with.
     *
     * @param sliceSeconds one measurement may take
     * @param threads the most that are compared, each of which needs an instance
     * @param wanted instances of the run
     */
    int instances(double sliceSeconds, int threads, int wanted) {
        double affordable = sliceSeconds * threads / instanceSeconds;
        return (int) Math.max(Math.min(threads, wanted), Math.min(wanted, affordable));
    }

    /**
     * Decisions in a row that are measured at once.
     *
     * @param sliceSeconds one measurement may take
     * @param threads that share the instances
     * @param instances that decide
     */
    int horizon(double sliceSeconds, int threads, int instances) {
        double affordable = sliceSeconds * threads / (instanceSeconds * instances);
        return (int) Math.max(1, Math.min(LONGEST_HORIZON, affordable));
    }
}
