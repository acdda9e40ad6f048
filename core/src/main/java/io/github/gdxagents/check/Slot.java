package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.Seat;

/** What a {@link Playthrough} knows of one agent beside its seat. */
final class Slot {
    final Seat seat;
    final GuardedAgent agent;
    final BehaviorSpec behavior;
    /** Whether the agent observed in this turn, and all its values. */
    boolean observed;
    /** Whether an episode of the agent is under way: it was running since the reset or its last end. */
    boolean open;

    boolean wasOpen;
    StepStatus status = StepStatus.INACTIVE;
    StepStatus previous = StepStatus.INACTIVE;
    /** What was taken in this turn. */
    float reward;

    private final ObservationWriter writer;

    Slot(Seat seat, GuardedAgent agent) {
        this.seat = seat;
        this.agent = agent;
        behavior = agent.behavior();
        writer = new ObservationWriter(behavior.observation());
    }

    void reset() {
        open = false;
        status = StepStatus.INACTIVE;
        beginTurn();
        update();
    }

    void beginTurn() {
        observed = false;
        reward = 0;
    }

    /** Lets the agent observe once more; what can't be is reported. */
    float[] observeAgain() {
        float[] again = new float[behavior.observation().size()];
        agent.observe(writer.begin(again));
        return again;
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
