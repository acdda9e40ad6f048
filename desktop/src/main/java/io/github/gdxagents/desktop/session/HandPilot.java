package io.github.gdxagents.desktop.session;

import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Decides without a policy: a player's keys for the first agent, the game's own heuristic for the others or for all.
 *
 * @param loop the episodes
 * @param name who decides for the first agent
 */
public record HandPilot(EpisodeLoop loop, String name) implements Pilot {
    /**
     * Lets a player decide for the first agent.
     *
     * @param loop the episodes
     * @param player turns keys into actions
     * @param keys what is held
     * @return the pilot
     */
    public static HandPilot player(EpisodeLoop loop, PlayerInput player, KeyState keys) {
        HandPilot pilot = heuristic(loop);
        loop.play(loop.seat(0), seat -> player.decide(keys, seat.actions()));
        return new HandPilot(pilot.loop, "you");
    }

    /**
     * Lets the game's heuristic decide for everyone.
     *
     * @param loop the episodes
     * @return the pilot
     */
    public static HandPilot heuristic(EpisodeLoop loop) {
        loop.playAll(Decider.heuristic());
        return new HandPilot(loop, "heuristic");
    }
}
