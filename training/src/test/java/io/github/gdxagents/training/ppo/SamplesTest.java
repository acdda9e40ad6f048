package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.Arrays;
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
        Rollout rollout = new Rollout(BEHAVIOR, 2, 3, Sequences.NONE);
        rollout.lengths[0] = 2;
        rollout.lengths[2] = 1;
        for (int row = 0; row < 6; row++) {
            rollout.observations[2 * row] = 10 * row;
            rollout.observations[2 * row + 1] = 10 * row + 1;
            rollout.continuous[row] = 10 * row + 2;
            rollout.choices[2 * row] = row % 2;
            rollout.choices[2 * row + 1] = row % 3;
            rollout.allowed[5 * row + row % 5] = true;
            for (int o = 0; o < 6; o++) {
                rollout.outputs[6 * row + o] = 100 * row + o;
            }
            rollout.logProbabilities[row] = 10 * row + 3;
            rollout.values[row] = 10 * row + 4;
            rollout.advantages[row] = 10 * row + 5;
            rollout.returns[row] = 10 * row + 6;
            rollout.statuses[row] = StepStatus.RUNNING;
        }
        return rollout;
    }

    @Test
    void rowsThatHoldADecisionArePackedInOrder() {
        Samples samples = pack(rollout(), ObservationNormalizer.identity(2), Samples.AdvantageScale.NONE);
        assertThat(samples.count()).isEqualTo(3);
        assertThat(samples.decisions(0, 3)).isEqualTo(3);
        assertThat(samples.layout().width()).isEqualTo(21);
        // slot 0's two decisions are of one episode; slots follow each other in time
        assertThat(samples.episodes()).containsExactly(0, 1, 0);
        assertThat(Arrays.copyOfRange(samples.matrix(), 0, 21)).containsExactly(row0());
        assertThat(Arrays.copyOfRange(samples.matrix(), 21, 42)).containsExactly(row2());
        assertThat(Arrays.copyOfRange(samples.matrix(), 42, 63)).containsExactly(row3());
    }

    // observation, continuous, choices, allowed, outputs, deviation, log-probability, value, advantage, return
    private static float[] row0() {
        return new float[] {0, 1, 2, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, -0.5f, 3, 4, 5, 6};
    }

    private static float[] row2() {
        return new float[] {20, 21, 22, 0, 2, 0, 0, 1, 0, 0, 200, 201, 202, 203, 204, 205, -0.5f, 23, 24, 25, 26};
    }

    private static float[] row3() {
        return new float[] {30, 31, 32, 1, 0, 0, 0, 0, 1, 0, 300, 301, 302, 303, 304, 305, -0.5f, 33, 34, 35, 36};
    }

    private static Samples pack(Rollout rollout, ObservationNormalizer normalizer, Samples.AdvantageScale scale) {
        return Samples.of(
                new MinibatchLayout(BEHAVIOR, false, Sequences.NONE),
                new MinibatchLayout.Source(rollout, normalizer, new float[] {-0.5f}, null, scale),
                null);
    }

    @Test
    void observationsAreNormalizedAndAdvantagesScaled() {
        // variance 4: (x - 10) / 2; variance 100: (y - 1) / 10, clipped nowhere
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[] {10, 1}, new double[] {4, 100});
        Rollout rollout = rollout();
        Samples samples = pack(rollout, normalizer, new Samples.AdvantageScale(15, 20));
        assertThat(samples.matrix()[21]).isEqualTo(5);
        assertThat(samples.matrix()[22]).isEqualTo(2);
        assertThat(samples.matrix()[42]).isEqualTo(10);
        assertThat(samples.matrix()[19]).isEqualTo(-0.5f);
        assertThat(samples.matrix()[40]).isEqualTo(0.5f);
        assertThat(rollout.observations[4]).isEqualTo(20); // the rollout stays as it was
    }

    @Test
    void theScaleOfARolloutTakesOnlyRowsThatHoldADecision() {
        // advantages 5, 25, 35: mean 65/3, squares (50² + 10² + 40²) / 9 = 4200/9, over 3: 155.5556
        Samples.AdvantageScale scale = Samples.AdvantageScale.of(rollout());
        assertThat(scale.mean()).isEqualTo(65 / 3.0);
        assertThat(scale.deviation()).isEqualTo(Math.sqrt(4200 / 27.0) + 1e-8);
    }

    @Test
    void samplesThatFitIntoNoArrayAreRefusedBeforeAnythingIsCollected() {
        MinibatchLayout layout = new MinibatchLayout(BEHAVIOR, false, Sequences.NONE);
        int most = (Integer.MAX_VALUE - 8) / layout.width();
        layout.requireFit(1, most);
        assertThatThrownBy(() -> layout.requireFit(1, most + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "'hybrid'", "1 decisions of " + (most + 1) + " slots", "lower rollout.horizon");
        assertThatThrownBy(() -> layout.requireFit(1 << 20, 1 << 12)) // 4 times 2^32: 0 as an int
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The last sequence of a slot is filled up: 5 decisions in sequences of 4 take the room of 8. */
    @Test
    void theFillingOfSequencesIsCountedToo() {
        MinibatchLayout layout = new MinibatchLayout(BEHAVIOR, false, new Sequences(4, 1));
        int most = (Integer.MAX_VALUE - 8) / (8 * layout.width());
        layout.requireFit(5, most);
        assertThatThrownBy(() -> layout.requireFit(5, most + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
