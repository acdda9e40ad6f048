package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionBranch;

/** Whether each branch has a choice left. */
final class MaskProbe implements Probe {
    @Override
    public void deciding(Playthrough play, int agent) {
        WatchedSeat slot = play.slot(agent);
        for (int branch = 0; branch < slot.behavior.action().branchCount(); branch++) {
            if (!hasChoice(slot, branch)) {
                ActionBranch spec = slot.behavior.action().branches().get(branch);
                play.report(
                        FindingKind.ALL_CHOICES_FORBIDDEN,
                        slot.agent.name() + ", action branch '" + spec.name() + "'",
                        "a choice that is allowed",
                        "all " + spec.size() + " are forbidden");
            }
        }
    }

    private static boolean hasChoice(WatchedSeat slot, int branch) {
        for (int choice = 0; choice < slot.behavior.action().branchSize(branch); choice++) {
            if (slot.seat.mask().isAllowed(branch, choice)) {
                return true;
            }
        }
        return false;
    }
}
