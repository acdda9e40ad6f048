package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Decides without a policy: a player's keys for the first agent, the game's own heuristic for the others or for all.
 *
 * <p>Thread safety: none.
 */
public final class HandPilot implements Pilot {
    private final EpisodeRunner runner;
    private final PlayerInput player; // null: nobody plays
    private final KeyState keys;
    private final Actions[] actions;

    private HandPilot(EpisodeRunner runner, PlayerInput player, KeyState keys) {
        this.runner = runner;
        this.player = player;
        this.keys = keys;
        actions = new Actions[runner.agentCount()];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = new Actions(runner.agent(i).behavior().action());
        }
    }

    /**
     * Lets a player decide for the first agent.
     *
     * @param runner the episode
     * @param player turns keys into actions
     * @param keys what is held
     * @return the pilot
     */
    public static HandPilot player(EpisodeRunner runner, PlayerInput player, KeyState keys) {
        return new HandPilot(runner, player, keys);
    }

    /**
     * Lets the game's heuristic decide for everyone.
     *
     * @param runner the episode
     * @return the pilot
     */
    public static HandPilot heuristic(EpisodeRunner runner) {
        return new HandPilot(runner, null, key -> false);
    }

    @Override
    public void reset(long seed) {
        for (Actions each : actions) {
            each.clear();
        }
    }

    @Override
    public void decide() {
        for (int i = 0; i < actions.length; i++) {
            if (runner.isDecisionDue(i)) {
                Agent agent = runner.agent(i);
                actions[i].clear();
                if (i == 0 && player != null) {
                    player.decide(keys, actions[i]);
                } else {
                    agent.heuristic(actions[i]);
                }
                agent.act(actions[i]);
            }
        }
    }

    @Override
    public Actions actions() {
        return actions[0];
    }

    @Override
    public String name() {
        return player != null ? "you" : "heuristic";
    }
}
