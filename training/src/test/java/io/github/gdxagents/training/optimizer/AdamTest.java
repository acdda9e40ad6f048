package io.github.gdxagents.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AdamTest {
    /**
     * By hand, of a rate of 0.1 and gradients 2, then -1: m = 0.2, v = 0.004, and the first step is the rate itself; then m = 0.08, v =
     * 0.004996, rate_2 = 0.1 * sqrt(1 - 0.999^2) / (1 - 0.9^2) = 0.0235317, and the step is rate_2 * m / sqrt(v) = 0.0266338.
     */
    @Test
    void twoStepsAreThoseWorkedOutByHand() {
        Adam adam = new Adam(2, 1e-12);
        adam.set(new float[] {1, 5});

        adam.step(new float[] {4, 0}, 0.5f, 0.1);
        assertThat(adam.parameters()[0]).isCloseTo(0.9f, within(1e-6f));

        adam.step(new float[] {-2, 0}, 0.5f, 0.1);
        assertThat(adam.firstMoments()[0]).isCloseTo(0.08f, within(1e-7f));
        assertThat(adam.secondMoments()[0]).isCloseTo(0.004996f, within(1e-7f));
        assertThat(adam.parameters()[0]).isCloseTo(0.8733662f, within(1e-6f));
        assertThat(adam.steps()).isEqualTo(2);
    }

    /** Without epsilon, what never had a gradient would become 0 / 0. */
    @Test
    void epsilonKeepsWhatHasNoGradientWhereItIs() {
        Adam adam = new Adam(1, 1e-8);
        adam.set(new float[] {3});
        adam.step(new float[] {0}, 1, 0.1);
        assertThat(adam.parameters()).containsExactly(3);
    }

    @Test
    void aGradientIsShortenedToTheLongestAllowedAndNeverLengthened() {
        assertThat(Adam.norm(new float[] {3, -4})).isEqualTo(5);
        assertThat(Adam.scale(5, 0.5)).isCloseTo(0.1f, within(1e-6f));
        assertThat(Adam.scale(0.1, 0.5)).isEqualTo(1);
        assertThat(Adam.scale(Double.POSITIVE_INFINITY, 0.5)).isZero();
    }

    @Test
    void aRestoredOneGoesOnAsIfItHadNotStopped() {
        Adam first = new Adam(1, 1e-8);
        first.step(new float[] {1}, 1, 0.1);
        Adam second = new Adam(1, 1e-8);
        second.restore(first.parameters(), first.firstMoments(), first.secondMoments(), first.steps());
        first.step(new float[] {-3}, 1, 0.2);
        second.step(new float[] {-3}, 1, 0.2);
        assertThat(second.parameters()).containsExactly(first.parameters());
    }
}
