package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ObservationNormalizerTest {
    @Test
    void subtractsTheMeanAndDividesByTheStandardDeviation() {
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[] {1, -2}, new double[] {4, 0.25});
        float[] target = new float[2];
        normalizer.apply(new float[] {5, -1}, target);
        // (5 - 1) / 2 = 2, (-1 + 2) / 0.5 = 2
        assertThat(target[0]).isEqualTo(2f, within(1e-6f));
        assertThat(target[1]).isEqualTo(2f, within(1e-6f));
    }

    @Test
    void clipsToTenStandardDeviations() {
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[2], new double[] {1, 1});
        float[] values = {11, -1e30f};
        normalizer.apply(values, values);
        assertThat(values).containsExactly(10, -10);
    }

    @Test
    void whatNeverVariedKeepsItsScale() {
        // a constant of 1800.1 whose variance is rounding; what varies by a millionth: 1 / sqrt(1e-12 + 1e-8)
        ObservationNormalizer normalizer =
                ObservationNormalizer.of(new double[] {0, 1800.1, 0}, new double[] {0, 1e-22, 1e-12});
        assertThat(normalizer.scale()[0]).isEqualTo(1);
        assertThat(normalizer.scale()[1]).isEqualTo(1);
        assertThat(normalizer.scale()[2]).isEqualTo(1e4f, within(1f));
        float[] values = {1, 1801.1f, 0};
        normalizer.apply(values, values);
        assertThat(values).containsExactly(new float[] {1, 1, 0}, within(1e-3f));
    }

    @Test
    void identityChangesNothingAndDoesNotClip() {
        ObservationNormalizer identity = ObservationNormalizer.identity(2);
        float[] target = new float[2];
        identity.apply(new float[] {123, -0.5f}, target);
        assertThat(target).containsExactly(123, -0.5f);
        assertThat(identity.isIdentity()).isTrue();
        assertThat(ObservationNormalizer.of(new double[1], new double[] {1}).isIdentity())
                .isFalse();
    }

    @Test
    void accessorsGiveCopies() {
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[] {1}, new double[] {1});
        normalizer.mean()[0] = 5;
        normalizer.scale()[0] = 5;
        assertThat(normalizer.mean()).containsExactly(1);
        assertThat(normalizer.scale()).containsExactly(1);
    }

    @Test
    void impossibleStatisticsAreRefused() {
        assertThatThrownBy(() -> ObservationNormalizer.of(new double[2], new double[1]))
                .hasMessageContaining("same length of at least 1, but have 2 and 1");
        assertThatThrownBy(() -> ObservationNormalizer.of(new double[1], new double[] {-1}))
                .hasMessageContaining("variance of value 0 must be 0 or more, but is -1.0");
        assertThatThrownBy(() -> ObservationNormalizer.of(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("mean of value 0 must be finite");
        assertThatThrownBy(() -> ObservationNormalizer.of(new double[1], new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("scale of value 0");
    }
}
