package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;

/**
 * How fast a device learns: whole iterations, with the copy of the samples to the device and all that a run measures.
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
        SyntheticProblem problem = SyntheticProblem.mixed(width, Math.max(FEWEST_SAMPLES, minibatch));
        double[] speeds = new double[ROUNDS];
        try (LearnerTimer timer = new LearnerTimer(problem, device, threads)) {
            timer.learn(EPOCHS, minibatch);
            Arrays.setAll(speeds, round -> timer.learn(EPOCHS, minibatch).samplesPerSecond());
        }
        Arrays.sort(speeds);
        return new DeviceSpeed(width, minibatch, speeds[ROUNDS / 2]);
    }
}
