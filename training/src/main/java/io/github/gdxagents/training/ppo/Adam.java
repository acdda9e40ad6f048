package io.github.gdxagents.training.ppo;

/**
 * Adam for parameters that live in the JVM's memory. {@link LearningGraph} has the same as one operation, for parameters that live on the
 * device: there a copy back and forth would cost more than the optimizer itself, here starting a session would.
 *
 * <p>Thread safety: none.
 *
 * <p>Source: Kingma and Ba 2014, arXiv:1412.6980, in the form before section 2.1, with the bias correction folded into the learning rate.
 */
final class Adam {
    private static final float TINY = 1e-6f;

    private final float[] parameters;
    private final float[] firstMoments;
    private final float[] secondMoments;
    private final float epsilon;
    private final double maxGradientNorm;

    /**
     * Starts with zeros.
     *
     * @param count of the parameters
     * @param settings of the learner
     */
    Adam(int count, LearnerSettings settings) {
        parameters = new float[count];
        firstMoments = new float[count];
        secondMoments = new float[count];
        epsilon = (float) settings.adamEpsilon();
        maxGradientNorm = settings.maxGradientNorm();
    }

    /** The length of a gradient; infinite, as in the graph, where a derivative's square is more than a float holds. */
    static double norm(float[] gradient) {
        double sum = 0;
        for (float derivative : gradient) {
            float square = derivative * derivative;
            sum += square;
        }
        return Math.sqrt(sum);
    }

    /** What a gradient of some length is multiplied by, so that it is not longer than allowed. */
    float scale(double norm) {
        return (float) Math.min(1, maxGradientNorm / (norm + TINY));
    }

    /**
     * Moves the parameters against a gradient.
     *
     * @param gradient {@code [parameters]}
     * @param scale that it is multiplied by first
     * @param learningRate see {@link LearningGraph#correctedLearningRate}
     */
    void step(float[] gradient, float scale, float learningRate) {
        // Locals, and one array written in each loop: else the compiler finds no vectors.
        float[] m = firstMoments;
        float[] v = secondMoments;
        float[] p = parameters;
        float first = 1 - LearningGraph.FIRST_DECAY;
        float second = 1 - LearningGraph.SECOND_DECAY;
        for (int k = 0; k < m.length; k++) {
            m[k] += (gradient[k] * scale - m[k]) * first;
        }
        for (int k = 0; k < v.length; k++) {
            float derivative = gradient[k] * scale;
            v[k] += (derivative * derivative - v[k]) * second;
        }
        for (int k = 0; k < p.length; k++) {
            p[k] -= learningRate * m[k] / ((float) Math.sqrt(v[k]) + epsilon);
        }
    }

    /** {@code [parameters]}, the array itself. */
    float[] parameters() {
        return parameters;
    }

    /** {@code [parameters]}, the array itself. */
    float[] firstMoments() {
        return firstMoments;
    }

    /** {@code [parameters]}, the array itself. */
    float[] secondMoments() {
        return secondMoments;
    }
}
