package io.github.gdxagents.training.run;

/**
 * How fast a game trains, medians over the rounds of a benchmark.
 *
 * @param instances simulated instances
 * @param threads that step them
 * @param bareStepsPerSecond decisions per second with random actions and nothing else
 * @param collectionStepsPerSecond decisions per second of collecting alone
 * @param trainingStepsPerSecond decisions per second of whole iterations
 * @param simulationShare share of the time that went to physics, observations and rewards
 * @param inferenceShare share of the time that went to networks and sampling
 * @param learningShare share of the time that went to advantages and updates
 * @param restShare what remains: waiting for the slowest thread, copies, reports
 */
public record BenchmarkResult(
        int instances,
        int threads,
        double bareStepsPerSecond,
        double collectionStepsPerSecond,
        double trainingStepsPerSecond,
        double simulationShare,
        double inferenceShare,
        double learningShare,
        double restShare) {
    /**
     * How near training comes to the limit.
     *
     * @return training over bare simulation, at most about 1
     */
    public double ratio() {
        return trainingStepsPerSecond / bareStepsPerSecond;
    }
}
