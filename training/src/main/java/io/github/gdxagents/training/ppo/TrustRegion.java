package io.github.gdxagents.training.ppo;

import java.util.Map;

/**
 * Moves the policy by one step of the natural gradient that stays within a trust region.
 *
 * <p>The direction solves F x = -g for the gradient g of the policy's loss and its Fisher information F. Its length is that at which the
 * quadratic model of the KL reaches its bound. Since the model is no more than that, the step is shortened until the loss really falls and
 * the KL really keeps the bound; if it never does, the policy stays as it is.
 *
 * <p>Thread safety: none.
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

        /** Loss and KL at the current parameters. */
        Movement movement();
    }

    private final Problem problem;
    private final double maxKl;
    private final double damping;
    private final int iterations;
    private final int backtracks;
    private final double backtrackFactor;

    TrustRegion(Problem problem, Map<String, Double> options) {
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
     * @return whether one was found
     */
    boolean step() {
        double[] step = fullStep();
        float[] start = problem.parameters();
        double loss = problem.movement().surrogateLoss();
        double share = 1;
        for (int i = 0; i <= backtracks; i++) {
            problem.setParameters(moved(start, share, step));
            Movement movement = problem.movement();
            if (movement.surrogateLoss() < loss && movement.kl() <= maxKl) {
                return true;
            }
            share *= backtrackFactor;
        }
        problem.setParameters(start);
        return false;
    }

    /** As long as the quadratic model of the KL, xᵀ F x / 2, allows. */
    private double[] fullStep() {
        double[] descent = problem.gradient();
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
        for (int k = 0; k < product.length; k++) {
            product[k] += damping * vector[k];
        }
        return product;
    }

    private static float[] moved(float[] start, double share, double[] step) {
        float[] moved = start.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += (float) (share * step[k]);
        }
        return moved;
    }
}
