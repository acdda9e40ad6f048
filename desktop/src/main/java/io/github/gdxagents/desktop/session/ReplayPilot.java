package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.ReplayPlayer;

/** Decides as it was decided when an episode was recorded. */
public final class ReplayPilot implements Pilot {
    private final EpisodeLoop loop;
    private final RecordedEpisode episode;
    private final String name;
    private ReplayPlayer player; // null before the first episode, and where it can't be begun
    private boolean isFinished;
    private String unfit; // why settings or decisions are none of this game's, or null

    private ReplayPilot(EpisodeLoop loop, RecordedEpisode episode, String source) {
        this.loop = loop;
        this.episode = episode;
        name = "replay " + source;
    }

    /**
     * Makes a session that plays an episode again, and stops where it ends or the game breaks.
     *
     * @param game of the kind that the episode was recorded in; is stepped by the session alone, and disposed by the caller
     * @param episode what happened
     * @param source where it came from, for people
     * @return a session to be begun with the episode's seed; {@link EpisodeSession#pilot} is a {@link ReplayPilot}
     * @throws io.github.gdxagents.replay.GameFault if the game can't give its agents
     */
    public static EpisodeSession session(Simulation game, RecordedEpisode episode, String source) {
        EpisodeLoop loop = new EpisodeLoop(new RecordedSimulation(game));
        return EpisodeSession.overhearing(new ReplayPilot(loop, episode, source));
    }

    @Override
    public EpisodeLoop loop() {
        return loop;
    }

    /**
     * Begins the episode anew.
     *
     * @param seed is not used: the episode has its own
     */
    @Override
    public void begin(long seed) {
        isFinished = false;
        unfit = null;
        player = null;
        try {
            player = new ReplayPlayer(loop, episode);
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    @Override
    public void step() {
        try {
            isFinished = !player.step();
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    private void refuse(IllegalArgumentException misfit) {
        unfit = misfit.getMessage();
        isFinished = true;
    }

    @Override
    public boolean isFinished() {
        return isFinished;
    }

    /**
     * What the game does otherwise than when it was recorded.
     *
     * @return a sentence; null if there is no difference so far
     */
    public String difference() {
        if (player == null || unfit != null) {
            return unfit;
        }
        try {
            player.requireSame();
            return null;
        } catch (IllegalStateException changed) {
            return changed.getMessage();
        }
    }

    @Override
    public String name() {
        return name;
    }
}
