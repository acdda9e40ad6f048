package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WalkerInputTest {
    private final WalkerInput input = new WalkerInput();
    private final Actions actions =
            new Actions(ActionSpec.builder().continuous("a", "b", "c", "d").build());

    private float[] powers(Integer... held) {
        input.decide(key -> Arrays.asList(held).contains(key), actions);
        return new float[] {actions.continuous(0), actions.continuous(1), actions.continuous(2), actions.continuous(3)};
    }

    @Test
    void eachJointHasTwoKeys() {
        assertThat(powers()).containsExactly(0, 0, 0, 0);
        assertThat(powers(Keys.Q, Keys.S)).containsExactly(1, -1, 0, 0);
        assertThat(powers(Keys.A, Keys.W, Keys.UP, Keys.LEFT)).containsExactly(-1, 1, 1, -1);
        assertThat(powers(Keys.DOWN, Keys.RIGHT)).containsExactly(0, 0, -1, 1);
    }

    @Test
    void oppositeKeysCancelOut() {
        assertThat(powers(Keys.Q, Keys.A)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theHelpNamesEachKeyOnALineOfItsOwn() {
        assertThat(input.help().split("\n")).hasSize(4).allMatch(line -> line.contains("\t"));
    }
}
