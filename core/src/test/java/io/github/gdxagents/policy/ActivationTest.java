package io.github.gdxagents.policy;

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
}
