package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.tensor.LearningDevice;

/**
 * How far two devices are apart after they learned the same: the first ten updates of a 64×64 network from random samples.
 *
 * <p>Devices add up in different orders, so that they differ in the last bits of 32-bit numbers: a millionth or so of a gradient. Ten bits
 * of a factor, which is what NVIDIA's TensorFloat-32 leaves, make a thousandth. The bounds lie between the two.
 *
 * @param gradient the largest length of the difference between the two gradients of an update, as a share of the gradient's own
 * @param parameters the largest difference between two parameters after an update
 * @param moved how far the first device's parameters are in the end from where they began, the largest of them
 */
public record DeviceAgreement(double gradient, double parameters, double moved) {
    /** How many updates are compared. */
    public static final int UPDATES = 10;

    /** The largest {@link #gradient} that counts as the same. */
    public static final double GRADIENT_TOLERANCE = 1e-4;

    /** The largest {@link #parameters} that counts as the same, a thousandth of how far ten updates can move one. */
    public static final double PARAMETER_TOLERANCE = 3e-6;

    private static final int WIDTH = 64;
    private static final int MINIBATCH = 1024;

    /** {@return how far two devices are apart} */
    public static DeviceAgreement of(LearningDevice first, LearningDevice second) {
        try (SyntheticLearner one = synthetic(first);
                SyntheticLearner other = synthetic(second)) {
            return of(one.learner(), other.learner(), one.coefficients());
        }
    }

    static SyntheticLearner synthetic(LearningDevice device) {
        return SyntheticLearner.mixed(device, 1, WIDTH, UPDATES * MINIBATCH);
    }

    /** Both must have the same parameters, and samples in the same order. */
    static DeviceAgreement of(Learner one, Learner other, Coefficients coefficients) {
        float[] begun = one.parameters();
        Minibatches minibatches = new Minibatches(UPDATES * MINIBATCH, MINIBATCH);
        minibatches.shuffle(RandomStream.of(1));
        double gradient = 0;
        double parameters = 0;
        for (int i = 0; i < UPDATES; i++) {
            int[] minibatch = minibatches.get(i);
            float[] expected = one.gradient(minibatch, coefficients);
            float[] actual = other.gradient(minibatch, coefficients);
            gradient = Math.max(gradient, distance(expected, actual) / distance(expected, new float[expected.length]));
            one.step(minibatch, coefficients);
            other.step(minibatch, coefficients);
            parameters = Math.max(parameters, largestDifference(one.parameters(), other.parameters()));
        }
        return new DeviceAgreement(gradient, parameters, largestDifference(begun, one.parameters()));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static double largestDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }

    /** {@return whether both learn the same within the precision of 32-bit numbers; false if one is no number} */
    public boolean isWithinTolerance() {
        return gradient <= GRADIENT_TOLERANCE && parameters <= PARAMETER_TOLERANCE;
    }
}
