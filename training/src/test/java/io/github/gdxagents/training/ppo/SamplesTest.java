package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.training.rollout.Rollout;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("hybrid")
            .observation(ObservationSpec.of("x", "y"))
            .action(ActionSpec.builder()
                    .continuous("c")
                    .branch("a", "0", "1")
                    .branch("b", "0", "1", "2")
                    .build())
            .build();

    /** Slot 0 has two rows, slot 1 none, slot 2 one. Rows of the arrays: 0 and 3, and 2. */
    private static Rollout rollout() {
        Rollout rollout = new Rollout(BEHAVIOR, 2, 3);
        rollout.lengths[0] = 2;
        rollout.lengths[2] = 1;
        for (int row = 0; row < 6; row++) {
            rollout.observations[2 * row] = 10 * row;
            rollout.observations[2 * row + 1] = 10 * row + 1;
            rollout.continuous[row] = 10 * row + 2;
            rollout.choices[2 * row] = row % 2;
            rollout.choices[2 * row + 1] = row % 3;
            rollout.allowed[5 * row + row % 5] = true;
            rollout.logProbabilities[row] = 10 * row + 3;
            rollout.values[row] = 10 * row + 4;
            rollout.advantages[row] = 10 * row + 5;
            rollout.returns[row] = 10 * row + 6;
        }
        return rollout;
    }

    @Test
    void rowsThatHoldADecisionArePackedInOrder() {
        Samples samples = Samples.of(rollout(), ObservationNormalizer.identity(2), AdvantageScale.NONE);
        assertThat(samples.count()).isEqualTo(3);
        assertThat(Samples.width(BEHAVIOR)).isEqualTo(14);
        assertThat(Samples.widths(BEHAVIOR)).containsExactly(2, 1, 2, 5, 1, 1, 1, 1);
        assertThat(samples.matrix())
                .containsExactly(
                        // observation, continuous, choices, allowed, log-probability, value, advantage, return
                        0,
                        1,
                        2,
                        0,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0,
                        3,
                        4,
                        5,
                        6, // row 0
                        20,
                        21,
                        22,
                        0,
                        2,
                        0,
                        0,
                        1,
                        0,
                        0,
                        23,
                        24,
                        25,
                        26, // row 2
                        30,
                        31,
                        32,
                        1,
                        0,
                        0,
                        0,
                        0,
                        1,
                        0,
                        33,
                        34,
                        35,
                        36); // row 3
    }

    @Test
    void observationsAreNormalizedAndAdvantagesScaled() {
        // variance 4: (x - 10) / 2; variance 100: (y - 1) / 10, clipped nowhere
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[] {10, 1}, new double[] {4, 100});
        Rollout rollout = rollout();
        Samples samples = Samples.of(rollout, normalizer, new AdvantageScale(15, 20));
        assertThat(samples.matrix()[14]).isEqualTo(5);
        assertThat(samples.matrix()[15]).isEqualTo(2);
        assertThat(samples.matrix()[28]).isEqualTo(10);
        assertThat(samples.matrix()[12]).isEqualTo(-0.5f);
        assertThat(samples.matrix()[26]).isEqualTo(0.5f);
        assertThat(rollout.observations[4]).isEqualTo(20); // the rollout stays as it was
    }

    @Test
    void theScaleOfARolloutTakesOnlyRowsThatHoldADecision() {
        // advantages 5, 25, 35: mean 65/3, squares (50² + 10² + 40²) / 9 = 4200/9, over 3: 155.5556
        AdvantageScale scale = AdvantageScale.of(rollout());
        assertThat(scale.mean()).isEqualTo(65 / 3.0);
        assertThat(scale.deviation()).isEqualTo(Math.sqrt(4200 / 27.0) + 1e-8);
    }
}
