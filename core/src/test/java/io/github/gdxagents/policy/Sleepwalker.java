package io.github.gdxagents.policy;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** An agent that costs nothing but what every agent does: it observes values that drift with its actions. */
public final class Sleepwalker implements Agent {
    private static final float PACE = 0.01f;

    private final BehaviorSpec behavior;
    private final float[] senses;
    private int position;

    public Sleepwalker(BehaviorSpec behavior, float[] senses) {
        this.behavior = behavior;
        this.senses = senses;
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public void observe(ObservationWriter out) {
        for (float sense : senses) {
            out.add(sense);
        }
    }

    // The values stay within [-1, 1] once they are there, however long it is measured.
    @Override
    public void act(Actions actions) {
        float push = behavior.action().continuousSize() > 0 ? actions.continuous(0) : actions.discrete(0) - 1.5f;
        position = (position + 1) % senses.length;
        senses[position] += PACE * (push - 2 * senses[position]);
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
