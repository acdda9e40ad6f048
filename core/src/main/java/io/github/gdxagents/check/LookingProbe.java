package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.StepStatus;

/** Looks more often than a player would: it finds methods that change what they should only read. */
final class LookingProbe implements Probe {
    @Override
    public void deciding(Playthrough play, int agent) {
        WatchedSeat watched = play.watched(agent);
        if (looksTheSame(play, watched, FindingKind.OBSERVE_CHANGES_STATE, "observed again")) {
            watched.agent.takeReward(); // nothing: what there was is taken
            looksTheSame(play, watched, FindingKind.REWARD_CHANGES_OBSERVATION, "takeReward() was called again");
        }
        ActionMask again = watched.freshMask();
        for (int choice = 0; choice < watched.behavior.action().choiceCount(); choice++) {
            if (watched.seat.mask().isAllowed(choice) != again.isAllowed(choice)) {
                play.report(
                        FindingKind.MASK_CHANGES,
                        watched.agent.name(),
                        "the same mask when asked again",
                        "choice " + choice + " is " + (again.isAllowed(choice) ? "allowed" : "forbidden") + " now");
                return;
            }
        }
    }

    /** Looks again; what differs is reported. */
    private static boolean looksTheSame(Playthrough play, WatchedSeat watched, FindingKind kind, String when) {
        float[] first = watched.seat.observation();
        float[] again = watched.observeAgain();
        if (!watched.observed || !watched.agent.observedAll()) {
            return false;
        }
        boolean isSame = true;
        for (int i = 0; i < again.length; i++) {
            if (Float.floatToIntBits(again[i]) != Float.floatToIntBits(first[i])) {
                isSame = false;
                play.report(
                        kind,
                        watched.agent.name() + ", observation '"
                                + watched.behavior.observation().names().get(i) + "'",
                        first[i] + " when " + when,
                        "" + again[i]);
            }
        }
        return isSame;
    }

    @Override
    public void stepped(Playthrough play) {
        for (WatchedSeat watched : play.watchedSeats()) {
            if (watched.status == StepStatus.RUNNING) {
                watched.observeAgain();
                watched.freshMask();
                watched.seat.readStatistics();
            }
        }
    }
}
