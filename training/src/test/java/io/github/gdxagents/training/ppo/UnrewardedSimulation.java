package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** Nothing is ever rewarded, so that there is nothing to learn. */
final class UnrewardedSimulation implements Simulation, Agent {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("drifter")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder()
                    .continuous("push")
                    .branch("gear", "first", "second", "third", "fourth")
                    .build())
            .build();

    private int steps;

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        steps = 0;
    }

    @Override
    public void step() {
        steps++;
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(steps % 5 - 2);
    }

    @Override
    public void act(Actions actions) {}

    @Override
    public float takeReward() {
        return 0;
    }

    @Override
    public StepStatus status() {
        return steps < 25 ? StepStatus.RUNNING : StepStatus.TERMINATED;
    }

    @Override
    public void dispose() {}
}
