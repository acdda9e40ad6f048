package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Writes what one instance goes through into the rollouts of its behaviors: a decision of the policy that learns opens a row, what follows
 * closes it. A row that is still open at the end of an iteration goes on as the first of the next. Of seats that another decides for it writes
 * nothing.
 */
final class RolloutWriter implements EpisodeListener {
    private final Slot[] slots;
    private final LongSupplier steps;
    private final List<EndedEpisode> ended = new ArrayList<>();
    /** What the present iteration fills, by behavior; null where nothing is written. */
    private Rollout[] rollouts;

    private RolloutPolicy[] policies;
    /** That the running episode began in, by index. */
    private int lesson;

    /** Asks how many physics steps there were in the iteration. */
    RolloutWriter(Slot[] slots, LongSupplier steps) {
        this.slots = slots;
        this.steps = steps;
    }

    /** Begins an episode of a lesson. */
    void beginLesson(int ofEpisode) {
        lesson = ofEpisode;
    }

    int lesson() {
        return lesson;
    }

    /** Episodes that ended in this iteration, in that order. */
    List<EndedEpisode> ended() {
        return ended;
    }

    /** Begins an iteration: slots that decide by these policies get rows in these rollouts. */
    void begin(Rollout[] into, RolloutPolicy[] deciders) {
        ended.clear();
        rollouts = into;
        policies = deciders;
        for (Slot slot : slots) {
            slot.rows = 0;
            if (slot.open != null) {
                slot.open.write(rollouts[slot.group], slot.column);
                System.arraycopy(slot.open.memory(), 0, slot.remembered, 0, slot.remembered.length); // it may stay open
                slot.rows = 1;
                slot.open = null;
            }
        }
    }

    /** Takes a slot's row out of the iteration: what comes of it is not known yet. The row before it is followed by its value. */
    void keepOpen(Slot slot) {
        if (!slot.seat.isOpen() || !isWritten(slot.seat)) {
            return;
        }
        Rollout rollout = rollouts[slot.group];
        slot.rows--;
        slot.open = OpenRow.of(rollout, slot.rows, slot.column, slot.remembered);
        rollout.lengths[slot.column] = slot.rows;
        if (slot.rows > 0 && rollout.hasBootstrap(slot.rows - 1, slot.column) && !slot.open.begins()) {
            rollout.bootstrapValues[rollout.row(slot.rows - 1, slot.column)] = slot.open.value();
            rollout.addBootstrap(slot.column, slot.open.observation());
        }
    }

    /** Writes nothing until the next iteration begins. */
    void pause() {
        rollouts = null;
    }

    /** Forgets what the instance has gone through in this iteration. */
    void discard() {
        ended.clear();
        for (Slot slot : slots) {
            slot.open = null;
            rollouts[slot.group].clear(slot.column);
        }
    }

    private boolean isWritten(Seat seat) {
        return rollouts != null && seat.decider() == policies[slots[seat.index()].group];
    }

    @Override
    public void deciding(Seat seat) {
        if (isWritten(seat)) {
            Slot slot = slots[seat.index()];
            slot.rows++;
            rollouts[slot.group].lengths[slot.column] = slot.rows;
            policies[slot.group].expect(slot);
        }
    }

    @Override
    public void rewarded(Seat seat) {
        if (isWritten(seat)) {
            close(seat, StepStatus.RUNNING);
        }
    }

    @Override
    public void cut(Seat seat) {
        if (isWritten(seat)) {
            close(seat, StepStatus.RUNNING);
            bootstrap(seat);
        }
    }

    /** Where the horizon has cut the last decision its row is closed: only return and length count. */
    @Override
    public void ended(Seat seat) {
        if (!isWritten(seat)) {
            return;
        }
        if (seat.isOpen()) {
            close(seat, seat.status());
            if (seat.status() == StepStatus.TRUNCATED) {
                bootstrap(seat);
            }
        }
        ended.add(new EndedEpisode(steps.getAsLong(), slots[seat.index()].group, FinishedEpisode.of(seat, lesson)));
    }

    private void close(Seat seat, StepStatus status) {
        Slot slot = slots[seat.index()];
        Rollout rollout = rollouts[slot.group];
        int row = rollout.row(slot.rows - 1, slot.column);
        rollout.rewards[row] = seat.reward();
        rollout.statuses[row] = status;
    }

    private void bootstrap(Seat seat) {
        Slot slot = slots[seat.index()];
        Rollout rollout = rollouts[slot.group];
        rollout.addBootstrap(slot.column, seat.observation());
        policies[slot.group].enqueueValue(seat, rollout.row(slot.rows - 1, slot.column));
    }
}
