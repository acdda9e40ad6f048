package io.github.gdxagents.games.lander;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanderInputTest {
    private final LanderInput input = new LanderInput();
    private final Actions discrete = new Actions(ActionSpec.builder()
            .branch("engine", "none", "left", "main", "right")
            .build());
    private final Actions continuous =
            new Actions(ActionSpec.builder().continuous("main", "side").build());

    private int choice(Integer... held) {
        input.decide(key -> Arrays.asList(held).contains(key), discrete);
        return discrete.discrete(0);
    }

    @Test
    void aKeyFiresItsEngine() {
        assertThat(choice()).isEqualTo(0);
        assertThat(choice(Keys.LEFT)).isEqualTo(1);
        assertThat(choice(Keys.W)).isEqualTo(2);
        assertThat(choice(Keys.D)).isEqualTo(3);
    }

    @Test
    void oppositeKeysCancelOut() {
        assertThat(choice(Keys.LEFT, Keys.RIGHT)).isEqualTo(0);
    }

    @Test
    void twoKeysFireInTurn() {
        int[] fired = {
            choice(Keys.UP, Keys.LEFT),
            choice(Keys.UP, Keys.LEFT),
            choice(Keys.UP, Keys.LEFT),
            choice(Keys.UP, Keys.LEFT)
        };

        assertThat(fired).containsExactly(2, 1, 2, 1);
    }

    @Test
    void continuousEnginesFireTogether() {
        input.decide(key -> key == Keys.UP || key == Keys.LEFT, continuous);

        assertThat(continuous.continuous(0)).isEqualTo(1f);
        assertThat(continuous.continuous(1)).isEqualTo(-1f);
    }

    @Test
    void continuousEnginesRestWithoutKeys() {
        input.decide(key -> false, continuous);

        assertThat(continuous.continuous(0)).isEqualTo(-1f);
        assertThat(continuous.continuous(1)).isZero();
    }
}
