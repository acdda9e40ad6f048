package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.replay.ReplayPlayer;

/**
 * Brings an instance back into the midst of an episode. Agents are asked for rewards and observations at the very moments at which {@link
 * RolloutWorker} asked them, so that a game that sums up rewards has the same sums.
 *
 * <p>Thread safety: belongs to the worker of its instance.
 */
final class EpisodeReplay {
    private final Slot[] slots;
    private final EpisodeRunner runner;
    private final InstanceState state;
    private final Pulse pulse;
    private final ReplayPlayer player;

    EpisodeReplay(Instance instance, InstanceState state, Pulse pulse) {
        this.state = state;
        this.pulse = pulse;
        slots = instance.slots;
        runner = instance.runner();
        player = new ReplayPlayer(runner, state.episode());
    }

    /**
     * Plays all of it.
     *
     * @throws IllegalStateException if the game plays otherwise than it did
     */
    void play() {
        int cut = 0;
        while (true) {
            while (cut < state.cuts().length && state.cuts()[cut] == runner.steps()) {
                cut();
                cut++;
            }
            if (player.isAtEnd()) {
                break;
            }
            open();
            if (!player.step()) {
                throw new IllegalStateException(
                        "the episode ends after " + runner.steps() + " physics steps, but was recorded until "
                                + state.episode().steps());
            }
            player.requireSame();
            closeEnded();
            pulse.beat();
        }
        player.requireSame();
    }

    private void open() {
        for (int a = 0; a < slots.length; a++) {
            if (runner.isDecisionDue(a)) {
                slots[a].openRow();
            }
        }
    }

    private void cut() {
        for (Slot slot : slots) {
            if (slot.open) {
                slot.takeReward();
                slot.observe();
                slot.open = false;
            }
        }
    }

    private void closeEnded() {
        for (int a = 0; a < slots.length; a++) {
            StepStatus status = runner.status(a);
            Slot slot = slots[a];
            if (status.isEnd() && slot.isInEpisode()) {
                slot.takeReward();
                if (slot.open && status == StepStatus.TRUNCATED) {
                    slot.observe();
                }
                slot.dropEpisode();
            }
        }
    }
}
