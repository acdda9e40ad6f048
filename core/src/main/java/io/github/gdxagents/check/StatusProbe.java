package io.github.gdxagents.check;

import io.github.gdxagents.agent.StepStatus;

/** Whether every episode of an agent begins running and shows one end. */
final class StatusProbe implements Probe {
    @Override
    public void began(Playthrough play) {
        for (WatchedSeat slot : play.slots()) {
            if (slot.status.isEnd()) {
                play.report(FindingKind.ENDED_AT_RESET, slot.agent.name(), "RUNNING or INACTIVE", "" + slot.status);
            }
            if (slot.isTeamOver()) {
                play.report(FindingKind.ENDED_AT_RESET, slot.agent.name(), "a team that goes on", "one that has ended");
            }
        }
        if (play.simulation().isEpisodeOver()) {
            play.report(FindingKind.ENDED_AT_RESET, "episode", "an episode that goes on", "isEpisodeOver() is true");
        }
    }

    @Override
    public void stepped(Playthrough play) {
        boolean over = play.simulation().isEpisodeOver();
        for (WatchedSeat slot : play.slots()) {
            secondEnd(play, slot);
            if (over && slot.status == StepStatus.RUNNING) {
                play.report(
                        FindingKind.RUNNING_AFTER_END,
                        slot.agent.name(),
                        "an end or INACTIVE, for isEpisodeOver() is true",
                        "RUNNING");
            }
            boolean closes = slot.wasOpen || slot.ended; // one that is dead ends with its team
            if (over && closes && slot.status != StepStatus.RUNNING && !slot.isEndShown()) {
                play.report(
                        FindingKind.END_NOT_SHOWN,
                        slot.agent.name(),
                        "TERMINATED or TRUNCATED when its episode closes (isEpisodeOver() is true)",
                        slot.status + " after " + slot.previous
                                + (slot.status.isEnd() ? ", and a team that goes on" : ""));
            }
        }
    }

    private static void secondEnd(Playthrough play, WatchedSeat slot) {
        if (slot.status.isEnd() && !slot.wasOpen && slot.status != slot.previous) {
            play.report(
                    FindingKind.END_CHANGED,
                    slot.agent.name(),
                    "no second end without RUNNING before it",
                    slot.status + " after " + slot.previous);
        }
    }
}
