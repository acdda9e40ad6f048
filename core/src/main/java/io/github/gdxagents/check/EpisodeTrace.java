package io.github.gdxagents.check;

import com.badlogic.gdx.utils.FloatArray;
import io.github.gdxagents.agent.NamedValues;
import java.util.ArrayList;
import java.util.List;

/** Everything that an episode showed, as rows of equal length, so that two episodes can be compared. */
final class EpisodeTrace {
    /** Longer episodes are compared as far as this many values reach (16 MB). */
    private static final int MAX_VALUES = 1 << 22;

    private final List<String> labels = new ArrayList<>();
    private final FloatArray values = new FloatArray();
    private long steps;
    private boolean brokenOff;

    EpisodeTrace(List<WatchedSeat> watchedSeats) {
        for (WatchedSeat watched : watchedSeats) {
            String name = watched.agent.name();
            labels.add(name + ", decides (1) or not (0)");
            for (String value : watched.behavior.observation().names()) {
                labels.add(name + ", observation '" + value + "'");
            }
            for (int choice = 0; choice < watched.behavior.action().choiceCount(); choice++) {
                labels.add(name + ", mask of choice " + choice + " (1 allowed)");
            }
        }
        for (WatchedSeat watched : watchedSeats) {
            String name = watched.agent.name();
            labels.add(name + ", reward");
            for (String term : watched.behavior.rewardTerms()) {
                labels.add(name + ", reward term '" + term + "'");
            }
            labels.add(name + ", status (index in StepStatus)");
            for (String statistic : watched.behavior.statistics()) {
                labels.add(name + ", statistic '" + statistic + "' at the end");
            }
        }
    }

    void clear() {
        values.clear();
        steps = 0;
        brokenOff = false;
    }

    void breakOff() {
        brokenOff = true;
    }

    void record(long step, List<WatchedSeat> watchedSeats) {
        steps = step;
        if (values.size + labels.size() > MAX_VALUES) {
            return;
        }
        for (WatchedSeat watched : watchedSeats) {
            values.add(watched.observed ? 1 : 0);
            for (float value : watched.seat.observation()) {
                values.add(watched.observed ? value : 0);
            }
            for (int choice = 0; choice < watched.behavior.action().choiceCount(); choice++) {
                values.add(watched.observed && watched.seat.mask().isAllowed(choice) ? 1 : 0);
            }
        }
        for (WatchedSeat watched : watchedSeats) {
            values.add(watched.reward);
            values.addAll(watched.rewardTerms);
            values.add(watched.status.ordinal());
            NamedValues statistics = watched.seat.statistics();
            for (int i = 0; i < statistics.size(); i++) {
                values.add(watched.ended ? statistics.get(i) : 0);
            }
        }
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    /**
     * Names the first difference.
     *
     * @return null if there is none
     */
    Difference differenceTo(EpisodeTrace other) {
        int common = Math.min(values.size, other.values.size);
        for (int i = 0; i < common; i++) {
            float mine = values.get(i);
            float theirs = other.values.get(i);
            if (Float.floatToIntBits(mine) != Float.floatToIntBits(theirs)) {
                return new Difference(labels.get(i % labels.size()), i / labels.size() + 1, "" + mine, "" + theirs);
            }
        }
        return steps == other.steps
                ? null
                : new Difference("length", Math.min(steps, other.steps), steps + " steps", other.steps + " steps");
    }

    /** Where two episodes part. */
    static final class Difference {
        final String label;
        final long step;
        final String mine;
        final String theirs;

        Difference(String label, long step, String mine, String theirs) {
            this.label = label;
            this.step = step;
            this.mine = mine;
            this.theirs = theirs;
        }
    }
}
