package io.github.gdxagents.check;

import io.github.gdxagents.agent.StepStatus;

/** Whether rewards are finite, taken once, and given within episodes. */
final class RewardProbe implements Probe {
    @Override
    public void rewarded(Playthrough play, int agent) {
        WatchedSeat watched = play.watched(agent);
        if (Float.isNaN(watched.reward) || Float.isInfinite(watched.reward)) {
            play.report(FindingKind.REWARD_NOT_FINITE, watched.agent.name(), "a finite number", "" + watched.reward);
        }
        float again = watched.agent.takeReward();
        if (again != 0) {
            play.report(FindingKind.REWARD_NOT_TAKEN, watched.agent.name(), "0 from a second takeReward()", "" + again);
        }
    }

    @Override
    public void stepped(Playthrough play) {
        for (WatchedSeat watched : play.watchedSeats()) {
            if (watched.status.isEnd()
                    && watched.previous == StepStatus.RUNNING
                    && !watched.ended
                    && !watched.seat.isInEpisode()) {
                watched.agent.takeReward(); // it ended before it ever decided: what it earned is nobody's merit
            }
            boolean isOutside = !watched.wasOpen && !watched.open && !watched.seat.isInEpisode();
            float lost = isOutside ? watched.agent.takeReward() : 0;
            report(play, watched, lost, "the agent is " + watched.status + " and was " + watched.previous);
            report(play, watched, watched.lateTeamReward, "its team has ended");
        }
    }

    private static void report(Playthrough play, WatchedSeat watched, float lost, String reason) {
        if (lost != 0) {
            play.report(
                    FindingKind.REWARD_OUTSIDE_EPISODE, watched.agent.name(), "no reward, for " + reason, "" + lost);
        }
    }
}
