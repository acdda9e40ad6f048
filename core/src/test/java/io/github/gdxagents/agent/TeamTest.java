package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
    private final Team team = new Team("red");

    @Test
    void aTeamRunsUntilItEndsAndBeginsAnew() {
        assertThat(team.name()).isEqualTo("red");
        assertThat(team.status()).isEqualTo(StepStatus.RUNNING);
        team.addReward(2);
        team.addReward(-0.5f);
        assertThat(team.reward()).isEqualTo(1.5);
        team.end(StepStatus.TRUNCATED);
        assertThat(team.status()).isEqualTo(StepStatus.TRUNCATED);
        team.begin();
        assertThat(team.status()).isEqualTo(StepStatus.RUNNING);
        assertThat(team.reward()).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void rewardsAreFinite(float wrong) {
        assertThatThrownBy(() -> team.addReward(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team 'red': a reward must be finite, but is " + wrong);
        assertThat(team.reward()).isZero();
    }

    /** A member is given a float. */
    @Test
    void soIsTheirSum() {
        team.addReward(3e38f);
        assertThatThrownBy(() -> team.addReward(3e38f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is 3.0E38, which makes more than a float holds of 3.0");
        team.addReward(-3e38f);
        assertThat(team.reward()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "INACTIVE"})
    void onlyAnEndEnds(StepStatus wrong) {
        assertThatThrownBy(() -> team.end(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("team 'red': it must end TERMINATED or TRUNCATED, but was ended " + wrong);
        assertThat(team.status()).isEqualTo(StepStatus.RUNNING);
    }

    @Test
    void aNameIsPrintable() {
        assertThatThrownBy(() -> new Team("red ones")).hasMessageContaining("team: the name 'red ones'");
        assertThatThrownBy(() -> new Team("")).hasMessageContaining("team: the name must have 1 to 120");
    }
}
