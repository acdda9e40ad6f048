package io.github.gdxagents.check;

import io.github.gdxagents.agent.Actions;

/** Whether agents leave the actions that they are handed as they are. */
final class ActionsProbe implements Probe {
    @Override
    public void acted(Playthrough play, int agent, Actions handed) {
        Slot slot = play.slot(agent);
        String before = slot.actions.toString();
        if (!before.equals(handed.toString())) {
            play.report(FindingKind.ACTIONS_CHANGED, slot.agent.name(), before, handed.toString());
        }
    }
}
