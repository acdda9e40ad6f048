package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** Remembers what it was told; allocates nothing in the agent's methods. */
final class Pilot implements Agent {
    static final BehaviorSpec BEHAVIOR = Fixtures.behavior(Fixtures.HYBRID); // decision period 3

    final float x;
    StepStatus status = StepStatus.RUNNING;
    float reward;
    int decisions;
    final Actions last = new Actions(Fixtures.HYBRID);
    boolean laserIsBroken;

    Pilot(float x) {
        this.x = x;
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(x).add(-x).add(0.5f).add(1f).add(x * x);
    }

    @Override
    public void mask(ActionMask mask) {
        if (laserIsBroken) {
            mask.forbid(0, 1);
        }
    }

    @Override
    public void act(Actions actions) {
        last.set(actions);
        decisions++;
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return status;
    }
}
