package io.github.gdxagents.training.optimizer;

/**
 * Adam: parameters and their moments, in the JVM's memory.
 *
 * <p>Source: Kingma and Ba 2014, arXiv:1412.6980, in the form before section 2.1, with the bias correction folded into the learning rate.
 */
public final class Adam {
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float TINY = 1e-6f;

    private final float[] parameters;
    private final float[] firstMoments;
    private final float[] secondMoments;
    private final float epsilon;
    private long steps;

    /** Starts with so many parameters of 0; epsilon is added to the root of the second moment. */
    public Adam(int count, double epsilon) {
        parameters = new float[count];
        firstMoments = new float[count];
        secondMoments = new float[count];
        this.epsilon = (float) epsilon;
    }

    /** The length of a gradient; infinite where a derivative's square is more than a float holds. */
    public static double norm(float[] gradient) {
        double sum = 0;
        for (float derivative : gradient) {
            float square = derivative * derivative;
            sum += square;
        }
        return Math.sqrt(sum);
    }

    /** What a gradient of some length is multiplied by, so that it is not longer than allowed. */
    public static float scale(double norm, double maxNorm) {
        return (float) Math.min(1, maxNorm / (norm + TINY));
    }

    /** Moves the parameters against a gradient {@code [parameters]}, which is multiplied by the scale first. */
    public void step(float[] gradient, float scale, double learningRate) {
        steps++;
        // With it the biased moments give the unbiased step.
        float rate = (float)
                (learningRate * Math.sqrt(1 - Math.pow(SECOND_DECAY, steps)) / (1 - Math.pow(FIRST_DECAY, steps)));
        // Locals, and one array written in each loop: else the compiler finds no vectors.
        float[] m = firstMoments;
        float[] v = secondMoments;
        float[] p = parameters;
        float first = 1 - FIRST_DECAY;
        float second = 1 - SECOND_DECAY;
        for (int k = 0; k < m.length; k++) {
            m[k] += (gradient[k] * scale - m[k]) * first;
        }
        for (int k = 0; k < v.length; k++) {
            float derivative = gradient[k] * scale;
            v[k] += (derivative * derivative - v[k]) * second;
        }
        for (int k = 0; k < p.length; k++) {
            p[k] -= rate * m[k] / ((float) Math.sqrt(v[k]) + epsilon);
        }
    }

    /** Goes on from saved parameters and moments after some steps; all are copied. */
    public void restore(float[] savedParameters, float[] first, float[] second, long count) {
        set(savedParameters);
        System.arraycopy(first, 0, firstMoments, 0, first.length);
        System.arraycopy(second, 0, secondMoments, 0, second.length);
        steps = count;
    }

    /** Overwrites the parameters alone. */
    public void set(float[] numbers) {
        System.arraycopy(numbers, 0, parameters, 0, numbers.length);
    }

    /** How many it has taken. */
    public long steps() {
        return steps;
    }

    /** {@code [parameters]}, the array itself. */
    public float[] parameters() {
        return parameters;
    }

    /** {@code [parameters]}, the array itself. */
    public float[] firstMoments() {
        return firstMoments;
    }

    /** {@code [parameters]}, the array itself. */
    public float[] secondMoments() {
        return secondMoments;
    }
}
