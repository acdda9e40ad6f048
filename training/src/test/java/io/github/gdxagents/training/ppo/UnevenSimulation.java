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

/**
 * An agent with an episode of one decision that earns -5, then one of two decisions that earn 1 each, whatever it does. What it observes
 * is always 0, so that new networks give it the value 0.
 */
final class UnevenSimulation implements Simulation, Agent {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("uneven")
            .observation(ObservationSpec.of("nothing"))
            .action(ActionSpec.builder().branch("any", "this", "that").build())
            .build();

    private static final StepStatus[] STATUSES = {
        StepStatus.RUNNING, StepStatus.TERMINATED, StepStatus.RUNNING, StepStatus.RUNNING, StepStatus.TERMINATED
    };
    private static final float[] REWARDS = {0, -5, 0, 1, 1};

    private int step;
    private float reward;

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        step = 0;
        reward = 0;
    }

    @Override
    public void step() {
        step++;
        reward += REWARDS[step];
    }

    @Override
    public boolean isEpisodeOver() {
        return step == STATUSES.length - 1;
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
    public void act(Actions actions) {}

    @Override
    public float takeReward() {
        float sum = reward;
        reward = 0;
        return sum;
    }

    @Override
    public StepStatus status() {
        return STATUSES[step];
    }

    @Override
    public void dispose() {}
}
