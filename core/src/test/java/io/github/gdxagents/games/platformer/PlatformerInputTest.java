package io.github.gdxagents.games.platformer;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlatformerInputTest {
    private final Actions actions = new Actions(ActionSpec.builder()
            .branch("move", "left", "none", "right")
            .branch("jump", "released", "held")
            .build());

    private int[] held(Integer... keys) {
        new PlatformerInput().decide(key -> Arrays.asList(keys).contains(key), actions);
        return new int[] {actions.discrete(0), actions.discrete(1)};
    }

    @Test
    void aKeyDoesWhatTheHelpSays() {
        assertThat(held()).containsExactly(1, 0);
        assertThat(held(Keys.LEFT)).containsExactly(0, 0);
        assertThat(held(Keys.D, Keys.W)).containsExactly(2, 1);
        assertThat(held(Keys.A, Keys.RIGHT, Keys.UP)).containsExactly(1, 1);
    }
}
