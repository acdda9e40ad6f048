package io.github.gdxagents.training.optimizer;

/**
 * Moves the policy by one step of the natural gradient that stays within a trust region.
 *
 * <p>The direction solves (F + damping * I) x = -g for the gradient g of the policy's loss and its Fisher information F. Its length is that
 * at which a quadratic model of the KL, with the same damped matrix, reaches the bound. Since the model is no more than that, the step is
 * shortened until the loss really falls and the KL really keeps the bound; if it never does, the policy stays as it is.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1502.05477, appendix C.
 *
 * @param maxKl the bound, above 0
 * @param damping added to the diagonal of the Fisher information, 0 or more
 * @param iterations most of the conjugate gradient method, at least 1
 * @param backtracks most times that the step is shortened, 0 or more
 * @param backtrackFactor to which it is shortened each time, in (0, 1)
 */
public record TrustRegion(double maxKl, double damping, int iterations, int backtracks, double backtrackFactor) {
    /** What the step is taken on. */
    public interface Problem {
        /** The current parameters, a copy. */
        float[] parameters();

        /** Tries parameters. */
        void setParameters(float[] parameters);

        /** Gradient of the policy's loss at the old policy, {@code [parameters]}. */
        double[] gradient();

        /** Fisher information at the old policy times a vector, {@code [parameters]}. */
        double[] fisherProduct(double[] vector);

        /** The policy's loss at the current parameters. */
        double loss();

        /** Mean KL(old || new), in nats, at the current parameters. */
        double kl();
    }

    /**
     * Takes the step.
     *
     * @param problem whose parameters move
     * @return the share of its full length that was taken, in (0, 1], or 0 if the policy stays as it is
     * @throws ArithmeticException if the loss or its gradient, or the Fisher information, is not finite at the old policy
     */
    public double step(Problem problem) {
        double loss = problem.loss();
        requireFinite("the policy's loss", loss);
        float[] start = problem.parameters();
        double[] step = fullStep(problem);
        double share = 1;
        for (int i = 0; i <= backtracks; i++) {
            problem.setParameters(moved(start, share, step));
            if (isFall(loss, problem.loss()) && problem.kl() <= maxKl) {
                return share;
            }
            share *= backtrackFactor;
        }
        problem.setParameters(start);
        return 0;
    }

    /** Far away a loss may overflow: minus infinity is no improvement. */
    private static boolean isFall(double before, double after) {
        return after < before && Double.isFinite(after);
    }

    /** Where xᵀ (F + damping * I) x / 2 reaches the bound. The quadratic model of the KL, xᵀ F x / 2, is a little below it there. */
    private double[] fullStep(Problem problem) {
        double[] descent = problem.gradient();
        requireFinite("the gradient of the policy's loss", descent);
        for (int k = 0; k < descent.length; k++) {
            descent[k] = -descent[k];
        }
        double[] direction = ConjugateGradient.solve(vector -> dampedProduct(problem, vector), descent, iterations);
        double curvature = ConjugateGradient.dot(direction, dampedProduct(problem, direction));
        double length = curvature > 0 ? Math.sqrt(2 * maxKl / curvature) : 0;
        for (int k = 0; k < direction.length; k++) {
            direction[k] *= length;
        }
        return direction;
    }

    private double[] dampedProduct(Problem problem, double[] vector) {
        double[] product = problem.fisherProduct(vector);
        requireFinite("a product with the Fisher information", product);
        for (int k = 0; k < product.length; k++) {
            product[k] += damping * vector[k];
        }
        return product;
    }

    private static void requireFinite(String what, double[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            requireFinite("number " + k + " of " + numbers.length + " of " + what, numbers[k]);
        }
    }

    private static void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException(what + " is " + number + ", expected a finite number");
        }
    }

    private static float[] moved(float[] start, double share, double[] step) {
        float[] moved = start.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += (float) (share * step[k]);
        }
        return moved;
    }
}
