package io.github.gdxagents.check;

import io.github.gdxagents.agent.StepStatus;

/** Whether every episode of an agent begins running and shows one end. */
final class StatusProbe implements Probe {
    @Override
    public void began(Playthrough play) {
        for (WatchedSeat watched : play.watchedSeats()) {
            if (watched.status.isEnd()) {
                play.report(
                        FindingKind.ENDED_AT_RESET, watched.agent.name(), "RUNNING or INACTIVE", "" + watched.status);
            }
            if (watched.isTeamOver()) {
                play.report(
                        FindingKind.ENDED_AT_RESET, watched.agent.name(), "a team that goes on", "one that has ended");
            }
        }
        if (play.simulation().isEpisodeOver()) {
            play.report(FindingKind.ENDED_AT_RESET, "episode", "an episode that goes on", "isEpisodeOver() is true");
        }
    }

    @Override
    public void stepped(Playthrough play) {
        boolean over = play.simulation().isEpisodeOver();
        for (WatchedSeat watched : play.watchedSeats()) {
            secondEnd(play, watched);
            if (over && watched.status == StepStatus.RUNNING) {
                play.report(
                        FindingKind.RUNNING_AFTER_END,
                        watched.agent.name(),
                        "an end or INACTIVE, for isEpisodeOver() is true",
                        "RUNNING");
            }
            boolean closes = watched.wasOpen || watched.ended; // one that is dead ends with its team
            if (over && closes && watched.status != StepStatus.RUNNING && !watched.isEndShown()) {
                play.report(
                        FindingKind.END_NOT_SHOWN,
                        watched.agent.name(),
                        "TERMINATED or TRUNCATED when its episode closes (isEpisodeOver() is true)",
                        watched.status + " after " + watched.previous
                                + (watched.status.isEnd() ? ", and a team that goes on" : ""));
            }
        }
    }

    private static void secondEnd(Playthrough play, WatchedSeat watched) {
        if (watched.status.isEnd() && !watched.wasOpen && watched.status != watched.previous) {
            play.report(
                    FindingKind.END_CHANGED,
                    watched.agent.name(),
                    "no second end without RUNNING before it",
                    watched.status + " after " + watched.previous);
        }
    }
}
