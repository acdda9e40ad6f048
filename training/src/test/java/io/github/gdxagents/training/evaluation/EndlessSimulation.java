package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/** One agent that does nothing for ever, in steps that take so many nanoseconds. */
final class EndlessSimulation implements Simulation, Agent {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("idler")
            .observation(ObservationSpec.of("nothing"))
            .action(ActionSpec.builder().continuous("nothing").build())
            .build();

    private final long stepNanos;

    EndlessSimulation(long stepNanos) {
        this.stepNanos = stepNanos;
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        // always the same
    }

    @Override
    public void step() {
        long end = System.nanoTime() + stepNanos;
        while (stepNanos > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void dispose() {
        // it holds nothing
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(0);
    }

    @Override
    public void act(Actions actions) {
        // nothing follows
    }

    @Override
    public float takeReward() {
        return 0;
    }

    @Override
    public StepStatus status() {
        return StepStatus.RUNNING;
    }
}
