package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** A game without end and without step limit, in which a decision holds for {@value #PERIOD} physics steps. */
final class EndlessSimulation implements Simulation, Agent {
    static final int PERIOD = 1000;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("wanderer")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder().branch("step", "left", "right").build())
            .decisionPeriod(PERIOD)
            .build();

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {}

    @Override
    public void step() {}

    @Override
    public boolean isEpisodeOver() {
        return false;
    }

    @Override
    public void dispose() {}

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(0);
    }

    @Override
    public void act(Actions actions) {}

    @Override
    public float takeReward() {
        return 1;
    }

    @Override
    public StepStatus status() {
        return StepStatus.RUNNING;
    }
}
