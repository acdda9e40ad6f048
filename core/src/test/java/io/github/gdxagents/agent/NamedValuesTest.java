package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedValuesTest {
    private final NamedValues values = new NamedValues(List.of("goal", "fuel"));

    @Test
    void valuesAreSetByNameAndByPosition() {
        assertThat(values.size()).isEqualTo(2);
        assertThat(values.names()).containsExactly("goal", "fuel");
        assertThat(values.get(1)).isZero();
        assertThat(values.set("fuel", -2).set("goal", 3)).isSameAs(values);
        assertThat(values.get(0)).isEqualTo(3);
        assertThat(values.get(1)).isEqualTo(-2);
        values.set(1, 7);
        assertThat(values.get(1)).isEqualTo(7);
        values.clear();
        assertThat(values.get(0)).isZero();
        assertThat(values.get(1)).isZero();
    }

    @Test
    void aNameThatWasNotDeclaredIsAnErrorThatListsTheRightOnes() {
        assertThatThrownBy(() -> values.set("goals", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no value 'goals', but [goal, fuel]; name it in the behavior's rewardTerms or statistics");
        assertThatThrownBy(() -> values.set(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
