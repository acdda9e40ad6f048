package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What passes between agent and policy: observation, actions, mask. */
class ExchangeTest {
    private static final ActionSpec SPEC = ActionSpec.builder()
            .continuous("steer", "throttle")
            .branch("gear", "low", "high")
            .branch("fire", "no", "left", "right")
            .build();

    private final ObservationWriter writer = new ObservationWriter(ObservationSpec.of("a", "b", "c", "d"));
    private final Actions actions = new Actions(SPEC);
    private final ActionMask mask = new ActionMask(SPEC);

    @Test
    void valuesAreWrittenInOrder() {
        float[] target = new float[4];
        writer.begin(target).add(0.5f).add(1, 2).add(true).finish();
        assertThat(target).containsExactly(0.5f, 1, 2, 1);
        writer.begin(target).add(false);
        assertThat(target[0]).isZero();
        assertThat(writer.written()).isOne();
    }

    @Test
    void tooFewValuesNameTheFirstThatIsMissing() {
        writer.begin(new float[4]).add(1).add(2);
        assertThatThrownBy(writer::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("observation: only 2 of 4 values were written; the first that is missing is 'c'");
    }

    @Test
    void tooManyValuesAreAnError() {
        writer.begin(new float[4]).add(0, 0).add(0, 0);
        assertThatThrownBy(() -> writer.add(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "observation: more values were written than the 4 that the specification names; the last is 'd'");
        assertThatCode(writer::finish).doesNotThrowAnyException();
    }

    @Test
    void aTargetOfTheWrongSizeIsAnError() {
        assertThatThrownBy(() -> writer.begin(new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation: the target has room for 5 values, but 4 are observed");
    }

    @Test
    void actionsBeginAtRestAndKeepWhatTheyAreGiven() {
        assertThat(actions).hasToString("actions[[0.0, 0.0], [0, 0]]");
        actions.setContinuous(1, -0.25f);
        actions.setDiscrete(1, 2);
        assertThat(actions.continuous(1)).isEqualTo(-0.25f);
        assertThat(actions.discrete(1)).isEqualTo(2);
        actions.clear();
        assertThat(actions).hasToString("actions[[0.0, 0.0], [0, 0]]");
        assertThat(actions.spec()).isSameAs(SPEC);
    }

    @Test
    void continuousValuesAreClamped() {
        actions.setContinuous(0, 1.5f);
        actions.setContinuous(1, Float.NEGATIVE_INFINITY);
        assertThat(actions.continuous(0)).isEqualTo(1);
        assertThat(actions.continuous(1)).isEqualTo(-1);
        assertThatThrownBy(() -> actions.setContinuous(1, Float.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action 'throttle' must be a number, but is NaN");
    }

    @Test
    void choicesThatDoNotExistAreAnError() {
        assertThatThrownBy(() -> actions.setDiscrete(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action branch 'gear' has choices 0 to 1, but was given 2");
        assertThatThrownBy(() -> actions.setDiscrete(1, -1)).hasMessageContaining("0 to 2, but was given -1");
        assertThatThrownBy(() -> mask.forbid(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mask of action branch 'gear': it has choices 0 to 1, but 2 was forbidden");
        assertThatThrownBy(() -> mask.forbid(1, -1)).hasMessageContaining("0 to 2, but -1 was forbidden");
    }

    @Test
    void actionsAreCopiedBetweenEqualSpecificationsOnly() {
        actions.setContinuous(0, 0.5f);
        actions.setDiscrete(0, 1);
        Actions copy = new Actions(ActionSpec.builder()
                .continuous("steer", "throttle")
                .branch("gear", "low", "high")
                .branch("fire", "no", "left", "right")
                .build());
        copy.set(actions);
        actions.clear();
        assertThat(copy).hasToString("actions[[0.5, 0.0], [1, 0]]");
        Actions other = new Actions(ActionSpec.builder().continuous("steer").build());
        assertThatThrownBy(() -> other.set(actions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be copied to action[continuous [steer]");
    }

    @Test
    void aMaskAllowsWhatIsNotForbidden() {
        assertThat(mask.isAllowed(1, 0)).isTrue();
        mask.forbid(1, 0);
        assertThat(mask.isAllowed(1, 0)).isFalse();
        assertThat(mask.isAllowed(2))
                .as("the same by its position among all choices")
                .isFalse();
        assertThat(mask.isAllowed(0, 0)).isTrue();
        assertThat(mask.isAllowed(1, 1)).isTrue();
        mask.clear();
        assertThat(mask.isAllowed(1, 0)).isTrue();
    }

    @Test
    void aMaskMustLeaveAChoiceInEachBranch() {
        mask.forbid(0, 0);
        mask.forbid(1, 0);
        mask.forbid(1, 1);
        assertThatCode(mask::requireChoice).doesNotThrowAnyException();
        mask.forbid(1, 2);
        assertThatThrownBy(mask::requireChoice)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "mask of action branch 'fire': all 3 choices are forbidden; leave at least one, or make the agent"
                                + " INACTIVE");
    }
}
