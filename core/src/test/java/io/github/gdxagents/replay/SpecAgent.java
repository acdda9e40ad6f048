package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** An agent that has actions, and nothing else. */
final class SpecAgent implements Agent {
    private final BehaviorSpec behavior;

    SpecAgent(ActionSpec action) {
        behavior = BehaviorSpec.builder("spec")
                .observation(ObservationSpec.of("nothing"))
                .action(action)
                .build();
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(0);
    }

    @Override
    public void act(Actions actions) {}

    @Override
    public float takeReward() {
        return 0;
    }

    @Override
    public StepStatus status() {
        return StepStatus.RUNNING;
    }
}
