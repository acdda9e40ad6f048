package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** What a {@link Playthrough} knows of one agent. */
final class Slot {
    final GuardedAgent agent;
    final BehaviorSpec behavior;
    final float[] observation;
    ActionMask mask;

    /** What was handed over last, as it was then. */
    final Actions actions;

    /** Whether the agent observed before this step, and all its values. */
    boolean observed;

    /** Whether an episode of the agent is under way: it was running since the reset or its last end. */
    boolean open;

    boolean wasOpen;
    StepStatus status = StepStatus.INACTIVE;
    StepStatus previous = StepStatus.INACTIVE;
    float reward;

    private final ObservationWriter writer;

    Slot(GuardedAgent agent) {
        this.agent = agent;
        behavior = agent.behavior();
        observation = new float[behavior.observation().size()];
        mask = new ActionMask(behavior.action());
        actions = new Actions(behavior.action());
        writer = new ObservationWriter(behavior.observation());
    }

    void reset() {
        open = false;
        reward = 0;
        status = StepStatus.INACTIVE;
        update();
    }

    void observe() {
        observed = observe(observation);
    }

    /** Lets the agent observe; what can't be is reported. */
    boolean observe(float[] target) {
        writer.begin(target);
        try {
            agent.observe(writer);
            return writer.written() == target.length;
        } catch (GameFailure reported) {
            return false;
        }
    }

    void mask() {
        mask = freshMask();
    }

    ActionMask freshMask() {
        ActionMask fresh = new ActionMask(behavior.action());
        agent.mask(fresh);
        return fresh;
    }

    void update() {
        previous = status;
        wasOpen = open;
        status = agent.status();
        open = status == StepStatus.RUNNING || (open && !status.isEnd());
    }
}
