package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Seat;

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

    Slot(Seat seat, int group, int column) {
        this.seat = seat;
        this.group = group;
        this.column = column;
    }
}
