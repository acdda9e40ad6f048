package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MovementTest {
    @Test
    void whatIsNotFiniteIsNamed() {
        assertThat(new Movement(0.01, 0, 1.4).notFinite()).isEmpty();
        assertThat(new Movement(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN).notFinite())
                .containsExactly(
                        "the KL from the policy before the iteration is NaN",
                        "the KL to the reference policy is Infinity",
                        "the entropy is NaN");
    }

    @Test
    void shardsAddUpAndPartsAreMixedByTheirShare() {
        Movement sum = new Movement(1, 2, 3).plus(new Movement(10, 20, 30));
        assertThat(sum).isEqualTo(new Movement(11, 22, 33));
        Movement mixed = new Movement(0, 4, 8).mix(new Movement(1, 0, 12), 0.25);
        assertThat(mixed.kl()).isCloseTo(0.25, within(1e-12));
        assertThat(mixed.referenceKl()).isCloseTo(3, within(1e-12));
        assertThat(mixed.entropy()).isCloseTo(9, within(1e-12));
    }
}
