package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.List;

/** A seat of one instance with its place in the rollout of its behavior. */
final class Slot {
    final Seat seat;
    /** Index of the behavior. */
    final int group;
    /** Column in the behavior's rollout. */
    final int column;
    /** Rows written in this iteration. */
    int rows;
    /** {@code [memory]}: what was remembered before the latest decision. */
    float[] remembered = {};
    /** A decision of an earlier iteration that is still open, or null. */
    OpenRow open;
    /** Episodes that ended in this iteration. */
    final List<FinishedEpisode> finished = new ArrayList<>();

    Slot(Seat seat, int group, int column) {
        this.seat = seat;
        this.group = group;
        this.column = column;
    }
}
