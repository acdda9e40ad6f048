package io.github.gdxagents.desktop.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainInputTest {
    private static final ActionSpec ACTION = ActionSpec.builder()
            .continuous("push.x", "push.y")
            .branch("wings", "fold", "flap", "glide")
            .build();

    private static Actions decide(Integer... held) {
        Actions actions = new Actions(ACTION);
        new PlainInput(ACTION).decide(Set.of(held)::contains, actions);
        return actions;
    }

    @Test
    void everyActionHasKeys() {
        Actions actions = decide(Keys.LEFT, Keys.UP, Keys.NUM_2);
        assertThat(actions.continuous(0)).isEqualTo(-1);
        assertThat(actions.continuous(1)).isEqualTo(1);
        assertThat(actions.discrete(0)).isEqualTo(2);
    }

    @Test
    void withoutKeysItRests() {
        Actions actions = decide();
        assertThat(actions.continuous(0)).isZero();
        assertThat(actions.discrete(0)).isZero();
        assertThat(decide(Keys.LEFT, Keys.RIGHT).continuous(0)).isZero();
    }

    @Test
    void whatHasNoKeysIsLeftAtRest() {
        String[] choices = new String[30];
        java.util.Arrays.setAll(choices, i -> "choice" + i);
        ActionSpec large = ActionSpec.builder()
                .continuous("a", "b", "c", "d", "e", "f", "g", "h")
                .branch("first", choices)
                .branch("second", choices)
                .branch("third", choices)
                .build();
        Actions actions = new Actions(large);
        new PlainInput(large).decide(key -> true, actions);
        assertThat(actions.discrete(0)).isEqualTo(1);
        assertThat(actions.discrete(2)).isZero();
        assertThat(actions.continuous(7)).isZero();
        assertThat(new PlainInput(large).help()).contains("choice9").doesNotContain("choice10", "third");
    }

    @Test
    void theHelpSaysWhatEachKeyMeans() {
        assertThat(new PlainInput(ACTION).help())
                .isEqualTo("Left, Right\tpush.x -1, 1\nDown, Up\tpush.y -1, 1\n1\twings: flap\n2\twings: glide");
    }
}
