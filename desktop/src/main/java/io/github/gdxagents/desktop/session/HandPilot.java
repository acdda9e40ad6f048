package io.github.gdxagents.desktop.session;

import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/** Decides without a policy: a player's keys for the first agent, the game's own heuristic for the others or for all. */
public final class HandPilot implements Pilot {
    private final EpisodeLoop loop;
    private final String name;

    private HandPilot(EpisodeLoop loop, String name) {
        this.loop = loop;
        this.name = name;
    }

    /**
     * Lets a player decide for the first agent.
     *
     * @param loop the episodes
     * @param player turns keys into actions
     * @param keys what is held
     * @return the pilot
     */
    public static HandPilot player(EpisodeLoop loop, PlayerInput player, KeyState keys) {
        loop.playAll(Decider.heuristic());
        loop.play(loop.seat(0), seat -> player.decide(keys, seat.actions()));
        return new HandPilot(loop, "you");
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

    @Override
    public EpisodeLoop loop() {
        return loop;
    }

    @Override
    public String name() {
        return name;
    }
}
