package io.github.gdxagents.training.tool.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.check.Severity;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticGameTest {
    private static SyntheticGame.Factory of(SimulationFactory game) {
        List<BehaviorSpec> behaviors = game.create(game.settings()).agents().stream()
                .map(Agent::behavior)
                .toList();
        return new SyntheticGame.Factory(behaviors, game.settings());
    }

    @Test
    void itIsASoundGame() {
        for (SimulationFactory game : List.of(new SkirmishFactory(), new RecallSimulation.Factory())) {
            assertThat(SimulationCheck.of(of(game)).run().findings())
                    .extracting(finding -> finding.kind().severity())
                    .doesNotContain(Severity.ERROR);
        }
    }

    @Test
    void itsAgentsAreThoseOfTheGame() {
        SkirmishFactory game = new SkirmishFactory();
        SyntheticGame.Factory factory = of(game);

        assertThat(factory.settings().asMap()).isEqualTo(game.settings().asMap());
        assertThat(factory.create(factory.settings()).agents().stream().map(Agent::behavior))
                .containsExactlyElementsOf(factory.behaviors());
    }
}
