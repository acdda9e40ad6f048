package io.github.gdxagents.games.racer;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RacerInputTest {
    private static Actions held(Integer... keys) {
        RacerSimulation simulation = new RacerSimulation(RacerSettings.of(RacerSettings.defaults()));
        Actions actions = new Actions(simulation.agents().get(0).behavior().action());
        KeyState state = key -> Arrays.asList(keys).contains(key);
        new RacerPresentation().input(simulation).decide(state, actions);
        return actions;
    }

    @Test
    void theKeysDoWhatTheirNamesSay() {
        assertThat(held(Keys.LEFT, Keys.W).continuous(0)).isEqualTo(-1);
        assertThat(held(Keys.LEFT, Keys.W).continuous(1)).isEqualTo(1);
        assertThat(held(Keys.D, Keys.DOWN).continuous(0)).isEqualTo(1);
        assertThat(held(Keys.D, Keys.DOWN).continuous(1)).isEqualTo(-1);
    }

    @Test
    void noKeyIsRestAndOppositeKeysCancelOut() {
        assertThat(held().continuous(1)).isZero();
        assertThat(held(Keys.LEFT, Keys.RIGHT).continuous(0)).isZero();
    }
}
