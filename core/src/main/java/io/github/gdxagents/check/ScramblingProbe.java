package io.github.gdxagents.check;

import io.github.gdxagents.agent.Actions;

/** Overwrites actions after they were handed over, as a caller does that uses one object for all agents. */
final class ScramblingProbe implements Probe {
    @Override
    public void acted(Playthrough play, int agent) {
        Actions handed = play.watched(agent).seat.actions();
        for (int i = 0; i < handed.spec().continuousSize(); i++) {
            handed.setContinuous(i, handed.continuous(i) > 0 ? -1 : 1);
        }
        for (int branch = 0; branch < handed.spec().branchCount(); branch++) {
            handed.setDiscrete(
                    branch, (handed.discrete(branch) + 1) % handed.spec().branchSize(branch));
        }
    }
}
