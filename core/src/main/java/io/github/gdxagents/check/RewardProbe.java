package io.github.gdxagents.check;

/** Whether rewards are finite, taken once, and given within episodes. */
final class RewardProbe implements Probe {
    @Override
    public void stepped(Playthrough play) {
        for (Slot slot : play.slots()) {
            if (Float.isNaN(slot.reward) || Float.isInfinite(slot.reward)) {
                play.report(FindingKind.REWARD_NOT_FINITE, slot.agent.name(), "a finite number", "" + slot.reward);
            }
            float again = slot.agent.takeReward();
            if (again != 0) {
                play.report(
                        FindingKind.REWARD_NOT_TAKEN, slot.agent.name(), "0 from a second takeReward()", "" + again);
            }
            if (slot.reward != 0 && !slot.wasOpen && !slot.open) {
                play.report(
                        FindingKind.REWARD_OUTSIDE_EPISODE,
                        slot.agent.name(),
                        "no reward, for the agent is " + slot.status + " and was " + slot.previous,
                        "" + slot.reward);
            }
        }
    }
}
