package io.github.gdxagents.training.ppo;

import java.util.Map;

/**
 * Moves the policy by one step of the natural gradient that stays within a trust region.
 *
 * <p>The direction solves (F + damping * I) x = -g for the gradient g of the policy's loss and its Fisher information F. Its length is that
 * at which a quadratic model of the KL, with the same damped matrix, reaches the bound. Since the model is no more than that, the step is
 * shortened until the loss really falls and the KL really keeps the bound; if it never does, the policy stays as it is.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1502.05477, appendix C.
 */
final class TrustRegion {
    /** What the step is taken on. */
    interface Problem {
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

    private final String behavior;
    private final Problem problem;
    private final double maxKl;
    private final double damping;
    private final int iterations;
    private final int backtracks;
    private final double backtrackFactor;

    /**
     * Reads the options.
     *
     * @param behavior whose policy it is, for messages
     * @param problem what the step is taken on
     * @param options those of {@link TrustRegionObjective}
     */
    TrustRegion(String behavior, Problem problem, Map<String, Double> options) {
        this.behavior = behavior;
        this.problem = problem;
        maxKl = options.get(TrustRegionObjective.MAX_KL);
        damping = options.get(TrustRegionObjective.DAMPING);
        iterations = (int) Math.round(options.get(TrustRegionObjective.ITERATIONS));
        backtracks = (int) Math.round(options.get(TrustRegionObjective.BACKTRACKS));
        backtrackFactor = options.get(TrustRegionObjective.BACKTRACK_FACTOR);
    }

    /**
     * Takes the step.
     *
     * @return the share of its full length that was taken, in (0, 1], or 0 if the policy stays as it is
     * @throws TrainingFault if the loss or its gradient, or the Fisher information, is not finite at the old policy
     */
    double step() {
        double loss = problem.loss();
        requireFinite("the policy's loss", loss);
        float[] start = problem.parameters();
        double[] step = fullStep();
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
    private double[] fullStep() {
        double[] descent = problem.gradient();
        requireFinite("the gradient of the policy's loss", descent);
        for (int k = 0; k < descent.length; k++) {
            descent[k] = -descent[k];
        }
        double[] direction = ConjugateGradient.solve(this::dampedProduct, descent, iterations);
        double curvature = ConjugateGradient.dot(direction, dampedProduct(direction));
        double length = curvature > 0 ? Math.sqrt(2 * maxKl / curvature) : 0;
        for (int k = 0; k < direction.length; k++) {
            direction[k] *= length;
        }
        return direction;
    }

    private double[] dampedProduct(double[] vector) {
        double[] product = problem.fisherProduct(vector);
        requireFinite("a product with the Fisher information", product);
        for (int k = 0; k < product.length; k++) {
            product[k] += damping * vector[k];
        }
        return product;
    }

    private void requireFinite(String what, double[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            requireFinite("number " + k + " of " + numbers.length + " of " + what, numbers[k]);
        }
    }

    private void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new TrainingFault("behavior '" + behavior + "', trust region: " + what + " is " + number
                    + ", expected a finite number");
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
