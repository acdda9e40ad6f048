package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {
    private static float tanh(float x) {
        float[] row = {x};
        Activation.TANH.apply(row, 1);
        return row[0];
    }

    @Test
    void tanhIsWithinFourTenMillionthsOfTheTrueOne() {
        double worst = 0;
        for (int i = -1_200_000; i <= 1_200_000; i++) {
            float x = i * 1e-5f;
            worst = Math.max(worst, Math.abs(tanh(x) - StrictMath.tanh(x)));
        }
        assertThat(worst).isLessThan(4e-7);
    }

    @Test
    void tanhIsOddStaysWithinOneAndKeepsNaN() {
        for (int i = 0; i <= 1000; i++) {
            float x = i * 0.02f;
            assertThat(tanh(-x)).isEqualTo(-tanh(x));
            assertThat(tanh(x)).isBetween(0f, 1f);
        }
        assertThat(tanh(Float.POSITIVE_INFINITY)).isEqualTo(1f, within(2e-7f));
        assertThat(tanh(Float.MAX_VALUE)).isEqualTo(tanh(8f));
        assertThat(tanh(Float.NaN)).isNaN();
    }

    @Test
    void reluCutsNegativeSumsAndIdentityNone() {
        float[] row = {-2, 0, 3, Float.NaN, -1};
        Activation.RELU.apply(row, 4); // the fifth is beyond the length
        assertThat(row).containsExactly(0, 0, 3, Float.NaN, -1);

        float[] same = {-2, 5};
        Activation.IDENTITY.apply(same, 2);
        assertThat(same).containsExactly(-2, 5);
    }

    private static float silu(float x) {
        float[] row = {x};
        Activation.SILU.apply(row, 1);
        return row[0];
    }

    @Test
    void siluHasItsClosedForms() {
        // x a / (a + 1) at x = ln a
        assertThat(silu(1.09861229f)).isEqualTo(1.09861229f * 3 / 4, within(4e-7f));
        assertThat(silu(-1.09861229f)).isEqualTo(-1.09861229f / 4, within(4e-7f));
        assertThat(silu(0)).isZero();
        assertThat(silu(30)).isEqualTo(30);
        assertThat(silu(Float.NaN)).isNaN();
        float[] row = {1, 1};
        Activation.SILU.apply(row, 1);
        assertThat(row[1]).as("beyond the length").isEqualTo(1);
    }

    @Test
    void siluIsWithinThreeTenMillionthsOfTheTrueOne() {
        double worst = 0;
        for (int i = -1_200_000; i <= 1_200_000; i++) {
            float x = i * 2e-5f;
            double expected = x / (1 + StrictMath.exp(-(double) x));
            worst = Math.max(worst, Math.abs(silu(x) - expected) / Math.max(1, Math.abs(x)));
        }
        assertThat(worst).isLessThan(3e-7);
    }

    @Test
    void sigmoidIsWithinThreeTenMillionthsOfTheTrueOneAndStaysWithinZeroAndOne() {
        float[] row = new float[1];
        double worst = 0;
        float smallest = 1;
        float largest = 0;
        for (int i = -1_200_000; i <= 1_200_000; i++) {
            float x = i * 2e-5f;
            row[0] = x;
            Activation.sigmoid(row, 1);
            worst = Math.max(worst, Math.abs(row[0] - 1 / (1 + StrictMath.exp(-(double) x))));
            smallest = Math.min(smallest, row[0]);
            largest = Math.max(largest, row[0]);
        }
        assertThat(worst).isLessThan(3e-7);
        assertThat(smallest).isNotNegative();
        assertThat(largest).isEqualTo(1);
    }
}
