package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.network.Sequences;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutTest {
    /** Rows of slot 0: 0 3 6 9, of slot 1: 1 4 7, of slot 2: 2 5 8 11. */
    private static Rollout rollout() {
        Rollout rollout = TestRollouts.running(4, 3);
        rollout.lengths[1] = 3;
        return rollout;
    }

    private static int[] slot(Rollout rollout, int n) {
        int[] episodes = rollout.episodes();
        int[] ofSlot = new int[rollout.lengths[n]];
        Arrays.setAll(ofSlot, t -> episodes[rollout.row(t, n)]);
        return ofSlot;
    }

    @Test
    void aSlotWhoseEpisodeGoesOnHasOne() {
        assertThat(slot(rollout(), 0)).containsExactly(0, 0, 0, 0);
        assertThat(slot(rollout(), 1)).containsExactly(1, 1, 1);
        assertThat(slot(rollout(), 2)).containsExactly(2, 2, 2, 2);
    }

    @Test
    void eachEndAndEachBeginningStartsANewOne() {
        Rollout rollout = rollout();
        rollout.statuses[0] = StepStatus.TERMINATED; // after the first decision of slot 0
        rollout.statuses[6] = StepStatus.TRUNCATED; // after its third
        rollout.statuses[7] = StepStatus.TERMINATED; // after the last of slot 1
        rollout.begins[5] = true; // an end that no decision was there to see: slot 2, second
        assertThat(slot(rollout, 0)).containsExactly(0, 1, 1, 2);
        assertThat(slot(rollout, 1)).containsExactly(3, 3, 3);
        assertThat(slot(rollout, 2)).containsExactly(4, 5, 5, 5);
    }

    @Test
    void anEndAndTheBeginningAfterItAreOneChange() {
        Rollout rollout = rollout();
        rollout.begins[0] = true;
        rollout.statuses[3] = StepStatus.TERMINATED;
        rollout.begins[6] = true;
        assertThat(slot(rollout, 0)).containsExactly(0, 0, 1, 1);
        assertThat(slot(rollout, 1)).containsExactly(2, 2, 2);
    }

    @Test
    void arraysThatJavaCannotHoldAreRefusedWithAdvice() {
        String[] names = IntStream.range(0, 1 << 16).mapToObj(i -> "x" + i).toArray(String[]::new);
        BehaviorSpec wide = BehaviorSpec.builder("wide")
                .observation(ObservationSpec.of(names))
                .action(ActionSpec.builder().continuous("push").build())
                .build();
        assertThatThrownBy(() -> new Rollout(wide, 1 << 13, 4, Sequences.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behavior 'wide': 8192 decisions of 4 slots")
                .hasMessageContaining("2147483648 elements")
                .hasMessageContaining("lower rollout.horizon or rollout.instances");
    }
}
