package io.github.gdxagents.replay;

import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;

/** Decides as it was decided when an episode was recorded, and notices where the game observes otherwise. */
final class RecordedDecider implements Decider {
    private final RecordedEpisode episode;
    private final EpisodeLog log;
    private final DecisionReader reader;
    private final int[] numbers; // [seats], which decision of the record each took last, from 1
    private final byte[] checks; // [seats], what the record says of all observations until then
    private boolean isExhausted;
    private int firstDifference;

    RecordedDecider(EpisodeLoop loop, RecordedSimulation simulation, RecordedEpisode episode) {
        this.episode = episode;
        log = simulation.log();
        reader = new DecisionReader(episode, simulation.agents());
        numbers = new int[loop.seatCount()];
        checks = new byte[loop.seatCount()];
    }

    @Override
    public void add(Seat seat) {
        if (!reader.hasNext()) {
            isExhausted = true;
            seat.pass();
            return;
        }
        reader.next();
        if (reader.agent() == seat.index()) {
            seat.actions().set(reader.actions());
            numbers[seat.index()] = reader.count();
            checks[seat.index()] = reader.check();
        } else {
            differs(reader.count());
            seat.pass();
        }
    }

    /** Holds what was observed for a decision against the record, after the seat has acted. */
    void compare(Seat seat) {
        int number = numbers[seat.index()];
        boolean isLast = number == reader.count() && !reader.hasNext();
        if (checks[seat.index()] != log.check() || isLast && episode.hash() != log.hash()) {
            differs(number);
        }
    }

    private void differs(int number) {
        if (firstDifference == 0) {
            firstDifference = number;
        }
    }

    /** Whether a seat wanted a decision after the last. */
    boolean isExhausted() {
        return isExhausted;
    }

    boolean hasNext() {
        return reader.hasNext();
    }

    int decisions() {
        return reader.count();
    }

    int firstDifference() {
        return firstDifference;
    }
}
