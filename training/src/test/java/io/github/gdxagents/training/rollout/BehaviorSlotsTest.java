package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.testgame.SkirmishFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviorSlotsTest {
    @Test
    void agentsAreGroupedByBehaviorInOrderOfAppearance() {
        BehaviorSpec first = ScriptedSimulation.behavior("first", 1, 0);
        BehaviorSpec second = ScriptedSimulation.behavior("second", 2, 0);
        ScriptedSimulation game = new ScriptedSimulation()
                .add(second, ".C")
                .add(first, ".C")
                .add(second, ".C")
                .add(first, ".C");
        List<BehaviorSlots> groups = BehaviorSlots.of(game);
        assertThat(groups)
                .containsExactly(new BehaviorSlots(second, List.of(0, 2)), new BehaviorSlots(first, List.of(1, 3)));
        assertThat(groups.get(0).perInstance()).isEqualTo(2);
    }

    @Test
    void skirmishHasScoutsAndGuards() {
        SkirmishFactory game = new SkirmishFactory();
        List<BehaviorSlots> groups = BehaviorSlots.of(game.create(game.settings()));
        assertThat(groups).extracting(group -> group.behavior().name()).containsExactly("scout", "guard");
        assertThat(groups).extracting(BehaviorSlots::perInstance).containsExactly(3, 2);
    }

    @Test
    void oneNameForTwoBehaviorsIsRefused() {
        ScriptedSimulation game = new ScriptedSimulation()
                .add(ScriptedSimulation.behavior("same", 1, 0), ".C")
                .add(ScriptedSimulation.behavior("same", 2, 0), ".C");
        assertThatThrownBy(() -> BehaviorSlots.of(game))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agent 1")
                .hasMessageContaining("give behaviors that differ different names");
    }

    @Test
    void aGameWithoutAgentsIsRefused() {
        assertThatThrownBy(() -> BehaviorSlots.of(new ScriptedSimulation()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agents() is empty");
    }
}
