package io.github.gdxagents.check;

/** Whether rewards are finite, taken once, and given within episodes. */
final class RewardProbe implements Probe {
    @Override
    public void rewarded(Playthrough play, int agent) {
        WatchedSeat slot = play.slot(agent);
        if (Float.isNaN(slot.reward) || Float.isInfinite(slot.reward)) {
            play.report(FindingKind.REWARD_NOT_FINITE, slot.agent.name(), "a finite number", "" + slot.reward);
        }
        float again = slot.agent.takeReward();
        if (again != 0) {
            play.report(FindingKind.REWARD_NOT_TAKEN, slot.agent.name(), "0 from a second takeReward()", "" + again);
        }
    }

    @Override
    public void stepped(Playthrough play) {
        for (WatchedSeat slot : play.slots()) {
            boolean isOutside = !slot.wasOpen && !slot.open && !slot.seat.isInEpisode();
            float lost = isOutside ? slot.agent.takeReward() : 0;
            report(play, slot, lost, "the agent is " + slot.status + " and was " + slot.previous);
            report(play, slot, slot.lateTeamReward, "its team has ended");
        }
    }

    private static void report(Playthrough play, WatchedSeat slot, float lost, String reason) {
        if (lost != 0) {
            play.report(FindingKind.REWARD_OUTSIDE_EPISODE, slot.agent.name(), "no reward, for " + reason, "" + lost);
        }
    }
}
