package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;

/**
 * How fast a device learns: whole iterations, with the copy of the samples to the device and all that a run measures.
 *
 * <p>Thread safety: immutable.
 *
 * @param width of two hidden layers, each of policy and value function
 * @param minibatch samples in one update
 * @param samplesPerSecond how often a sample is used, a second; the median of five iterations
 */
public record DeviceSpeed(int width, int minibatch, double samplesPerSecond) {
    private static final int ROUNDS = 5;
    private static final int EPOCHS = 4;
    private static final int FEWEST_SAMPLES = 1 << 14;

    /**
     * Measures. The first iteration, in which TensorFlow prepares itself, does not count.
     *
     * @param device that learns
     * @param threads that learn, each from a shard of every minibatch
     * @param width of the hidden layers, at least 1
     * @param minibatch samples in one update, at least 1
     * @return the speed
     */
    public static DeviceSpeed measure(LearningDevice device, int threads, int width, int minibatch) {
        LearningProblem problem = new LearningProblem(width, Math.max(FEWEST_SAMPLES, minibatch));
        RandomStream random = RandomStream.of(1);
        double[] speeds = new double[ROUNDS];
        try (Learner learner = problem.learner(new Computing(device, threads, threads))) {
            for (int round = -1; round < ROUNDS; round++) {
                long start = System.nanoTime();
                learner.learn(problem.samples(), EPOCHS, minibatch, problem.update(), random);
                double seconds = (System.nanoTime() - start) * 1e-9;
                if (round >= 0) {
                    speeds[round] = (double) EPOCHS * problem.samples().count() / seconds;
                }
            }
        }
        Arrays.sort(speeds);
        return new DeviceSpeed(width, minibatch, speeds[ROUNDS / 2]);
    }
}
