package io.github.gdxagents.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrustRegionTest {
    @Test
    void conjugateGradientsSolveAPositiveDefiniteSystemInAsManyIterationsAsItHasDimensions() {
        // [4 1; 1 3] x = [1 2]: x = [1/11 7/11]
        double[] x =
                ConjugateGradient.solve(v -> new double[] {4 * v[0] + v[1], v[0] + 3 * v[1]}, new double[] {1, 2}, 2);
        assertThat(x[0]).isCloseTo(1 / 11.0, within(1e-12));
        assertThat(x[1]).isCloseTo(7 / 11.0, within(1e-12));
        // after one iteration: the best along the gradient, b (b·b) / (b·Ab) = 5 / 20
        double[] one =
                ConjugateGradient.solve(v -> new double[] {4 * v[0] + v[1], v[0] + 3 * v[1]}, new double[] {1, 2}, 1);
        assertThat(one).containsExactly(0.25, 0.5);
    }

    @Test
    void nothingToSolveGivesNothing() {
        assertThat(ConjugateGradient.solve(v -> v, new double[3], 5)).containsOnly(0);
    }

    @Test
    void conjugateGradientsEndWhereTheMatrixIsNotPositiveDefinite() {
        assertThat(ConjugateGradient.solve(v -> new double[] {v[0], -4 * v[1]}, new double[] {3, 4}, 5))
                .containsOnly(0);
        assertThat(ConjugateGradient.solve(v -> new double[2], new double[] {3, 4}, 5))
                .containsOnly(0);
        // along b = [1 1] the curvature is 0.9 and the step 2 / 0.9; along the next direction, [0.27 2.72], it is
        // negative
        double[] x = ConjugateGradient.solve(v -> new double[] {v[0], -0.1 * v[1]}, new double[] {1, 1}, 5);
        assertThat(x[0]).isCloseTo(20 / 9.0, within(1e-12));
        assertThat(x[1]).isCloseTo(20 / 9.0, within(1e-12));
    }

    /** Loss g·x, KL xᵀ F x / 2 with F = diag(1, 4): what the step must be can be worked out by hand. */
    private static final class Quadratic implements TrustRegion.Problem {
        float[] x = {0, 0};
        double[] gradient = {3, 4};
        double curvature = 4;
        double overflow = Double.NEGATIVE_INFINITY;
        double klFactor = 1;
        double lossSign = 1;

        @Override
        public float[] parameters() {
            return x.clone();
        }

        @Override
        public void setParameters(float[] parameters) {
            x = parameters.clone();
        }

        @Override
        public double[] gradient() {
            return gradient.clone();
        }

        @Override
        public double[] fisherProduct(double[] vector) {
            return new double[] {vector[0], curvature * vector[1]};
        }

        @Override
        public double loss() {
            return x[0] < overflow ? Double.NEGATIVE_INFINITY : lossSign * (3 * x[0] + 4 * x[1]);
        }

        @Override
        public double kl() {
            return klFactor * 0.5 * (x[0] * x[0] + 4 * x[1] * x[1]);
        }
    }

    private static double step(TrustRegion.Problem problem) {
        return new TrustRegion(0.02, 0, 20, 10, 0.5).step(problem);
    }

    @Test
    void theStepIsTheNaturalGradientUpToTheBound() {
        // F⁻¹g = (3, 1); its length² in F is 9 + 4 = 13; the bound asks for xᵀFx = 0.04: factor sqrt(0.04 / 13).
        // Rounding may push the KL over the bound: then the step is halved.
        Quadratic problem = new Quadratic();
        problem.klFactor = 0.999;
        assertThat(step(problem)).isEqualTo(1);
        double factor = Math.sqrt(0.04 / 13);
        assertThat((double) problem.x[0]).isCloseTo(-3 * factor, within(1e-6));
        assertThat((double) problem.x[1]).isCloseTo(-factor, within(1e-6));
    }

    @Test
    void theStepIsShortenedUntilTheRealDivergenceKeepsTheBound() {
        Quadratic problem = new Quadratic();
        problem.klFactor = 10; // the model is ten times too small: 1/2 gives 2.5, 1/4 gives 0.625 times the bound
        assertThat(step(problem)).isEqualTo(0.25);
        double factor = Math.sqrt(0.04 / 13) / 4;
        assertThat((double) problem.x[0]).isCloseTo(-3 * factor, within(1e-6));
        assertThat(problem.kl()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void aStepThatNeverImprovesIsNotTaken() {
        Quadratic problem = new Quadratic();
        problem.lossSign = -1;
        problem.x = new float[] {0.5f, 0.25f};
        assertThat(step(problem)).isZero();
        assertThat(problem.x).containsExactly(0.5f, 0.25f);
    }

    @Test
    void aLossThatOverflowsIsNoImprovement() {
        Quadratic problem = new Quadratic();
        problem.overflow = -0.1; // the full step leads to -0.166
        assertThat(step(problem)).isEqualTo(0.5);
        assertThat(problem.loss()).isFinite();
    }

    @Test
    void aFisherInformationThatIsNotPositiveGivesNoStep() {
        Quadratic problem = new Quadratic();
        problem.curvature = -4;
        assertThat(step(problem)).isZero();
        assertThat(problem.x).containsExactly(0, 0);
    }

    @Test
    void whatIsNotFiniteAtTheOldPolicyIsAFault() {
        Quadratic lossless = new Quadratic();
        lossless.lossSign = Double.NaN;
        assertThatThrownBy(() -> step(lossless))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the policy's loss is NaN, expected a finite number");
        Quadratic steep = new Quadratic();
        steep.gradient[1] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> step(steep))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("number 1 of 2 of the gradient of the policy's loss is Infinity,"
                        + " expected a finite number");
        Quadratic curved = new Quadratic();
        curved.curvature = Double.NaN;
        assertThatThrownBy(() -> step(curved))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "number 1 of 2 of a product with the Fisher information is NaN," + " expected a finite number");
    }
}
