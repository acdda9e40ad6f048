package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionBranch;

/** Whether each branch has a choice left. */
final class MaskProbe implements Probe {
    @Override
    public void deciding(Playthrough play, int agent) {
        WatchedSeat watched = play.watched(agent);
        for (int branch = 0; branch < watched.behavior.action().branchCount(); branch++) {
            if (!hasChoice(watched, branch)) {
                ActionBranch spec = watched.behavior.action().branches().get(branch);
                play.report(
                        FindingKind.ALL_CHOICES_FORBIDDEN,
                        watched.agent.name() + ", action branch '" + spec.name() + "'",
                        "a choice that is allowed",
                        "all " + spec.size() + " are forbidden");
            }
        }
    }

    private static boolean hasChoice(WatchedSeat watched, int branch) {
        for (int choice = 0; choice < watched.behavior.action().branchSize(branch); choice++) {
            if (watched.seat.mask().isAllowed(branch, choice)) {
                return true;
            }
        }
        return false;
    }
}
