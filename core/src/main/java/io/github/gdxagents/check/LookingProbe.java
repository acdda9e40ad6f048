package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.StepStatus;

/** Looks more often than a player would: it finds methods that change what they only should read. */
final class LookingProbe implements Probe {
    @Override
    public void deciding(Playthrough play, int agent) {
        WatchedSeat slot = play.slot(agent);
        lookAgain(play, slot);
        ActionMask again = slot.freshMask();
        for (int choice = 0; choice < slot.behavior.action().choiceCount(); choice++) {
            if (slot.seat.mask().isAllowed(choice) != again.isAllowed(choice)) {
                play.report(
                        FindingKind.MASK_CHANGES,
                        slot.agent.name(),
                        "the same mask when asked again",
                        "choice " + choice + " is " + (again.isAllowed(choice) ? "allowed" : "forbidden") + " now");
                return;
            }
        }
    }

    private static void lookAgain(Playthrough play, WatchedSeat slot) {
        float[] first = slot.seat.observation();
        float[] again = slot.observeAgain();
        if (!slot.observed || !slot.agent.observedAll()) {
            return;
        }
        for (int i = 0; i < again.length; i++) {
            if (Float.floatToIntBits(again[i]) != Float.floatToIntBits(first[i])) {
                play.report(
                        FindingKind.OBSERVE_CHANGES_STATE,
                        slot.agent.name() + ", observation '"
                                + slot.behavior.observation().names().get(i) + "'",
                        first[i] + " when observed again",
                        "" + again[i]);
            }
        }
    }

    @Override
    public void stepped(Playthrough play) {
        for (WatchedSeat slot : play.slots()) {
            if (slot.status == StepStatus.RUNNING) {
                slot.observeAgain();
                slot.freshMask();
            }
        }
    }
}
