package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    private static Figures movement(double kl, double referenceKl, double entropy) {
        return new Figures(Map.of(Figure.KL, kl, Figure.REFERENCE_KL, referenceKl, Figure.ENTROPY, entropy));
    }

    @Test
    void whatIsNotFiniteIsNamed() {
        Figure[] looked = {Figure.KL, Figure.REFERENCE_KL, Figure.ENTROPY};
        assertThat(movement(0.01, 0, 1.4).notFinite(looked)).isEmpty();
        assertThat(movement(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN).notFinite(looked))
                .containsExactly(
                        "the KL from the policy before the iteration is NaN",
                        "the KL to the reference policy is Infinity",
                        "the entropy is NaN");
    }

    @Test
    void shardsAddUpAndPartsAreMixedByTheirShare() {
        Figures sum = movement(1, 2, 3).plus(movement(10, 20, 30));
        assertThat(sum.get(Figure.KL)).isEqualTo(11);
        assertThat(sum.get(Figure.REFERENCE_KL)).isEqualTo(22);
        assertThat(sum.get(Figure.ENTROPY)).isEqualTo(33);
        Figures mixed = movement(0, 4, 8).mix(movement(1, 0, 12), 0.25);
        assertThat(mixed.get(Figure.KL)).isCloseTo(0.25, within(1e-12));
        assertThat(mixed.get(Figure.REFERENCE_KL)).isCloseTo(3, within(1e-12));
        assertThat(mixed.get(Figure.ENTROPY)).isCloseTo(9, within(1e-12));
    }

    @Test
    void ofShardsTheSmallestAndTheLargestRatioCount() {
        Figures sum = new Figures(Map.of(Figure.RATIO_MIN, 0.5, Figure.RATIO_MAX, 2.0))
                .plus(new Figures(Map.of(Figure.RATIO_MIN, 0.75, Figure.RATIO_MAX, 3.0)));
        assertThat(sum.get(Figure.RATIO_MIN)).isEqualTo(0.5);
        assertThat(sum.get(Figure.RATIO_MAX)).isEqualTo(3);
    }

    @Test
    void whatWasNotMeasuredHasNoValue() {
        assertThatThrownBy(() -> movement(1, 2, 3).get(Figure.POLICY_LOSS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POLICY_LOSS was not measured");
    }

    @Test
    void effectiveSampleSizeComesFromTheMeans() {
        // ratios 1, 3: (4)² / (2 * 10) = 0.8
        Map<Figure, Double> figures = new EnumMap<>(Map.of(Figure.RATIO_MEAN, 2.0, Figure.RATIO_SQUARE, 5.0));
        assertThat(new Figures(figures).effectiveSampleSize()).isCloseTo(0.8, within(1e-12));
    }
}
