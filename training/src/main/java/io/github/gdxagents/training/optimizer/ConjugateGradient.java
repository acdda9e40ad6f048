package io.github.gdxagents.training.optimizer;

import java.util.function.UnaryOperator;

/**
 * Solves A x = b for a symmetric positive definite A that is known by its products with vectors only.
 *
 * <p>Source: Hestenes and Stiefel 1952, "Methods of Conjugate Gradients for Solving Linear Systems", section 3.
 */
final class ConjugateGradient {
    /** Squared length of the rest, relative to that of b, below which further iterations only add up rounding. */
    private static final double TOLERANCE = 1e-10;

    private ConjugateGradient() {}

    /**
     * Solves, starting from 0. Ends early where the matrix turns out not to be positive definite.
     *
     * @param product A times a vector
     * @param b right-hand side
     * @param iterations most of them
     * @return x, a new array
     */
    static double[] solve(UnaryOperator<double[]> product, double[] b, int iterations) {
        double[] x = new double[b.length];
        double[] rest = b.clone();
        double[] direction = b.clone();
        double length = dot(rest, rest);
        double enough = TOLERANCE * length;
        for (int i = 0; i < iterations && length > enough; i++) {
            double[] image = product.apply(direction);
            double curvature = dot(direction, image);
            if (curvature <= 0) { // rounding, or a matrix that is singular: what is found so far is the best there is
                break;
            }
            double step = length / curvature;
            add(x, step, direction);
            add(rest, -step, image);
            double next = dot(rest, rest);
            for (int k = 0; k < direction.length; k++) {
                direction[k] = rest[k] + next / length * direction[k];
            }
            length = next;
        }
        return x;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] vector) {
        for (int k = 0; k < target.length; k++) {
            target[k] += factor * vector[k];
        }
    }
}
