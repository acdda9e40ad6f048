package io.github.gdxagents.training.run;

import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.ReplayPlayer;
import io.github.gdxagents.training.concurrent.Heartbeat;
import io.github.gdxagents.training.concurrent.TimeLimit;
import io.github.gdxagents.training.concurrent.Watchdog;
import io.github.gdxagents.training.rollout.InstanceFactory;
import java.time.Duration;

/**
 * Plays a recorded episode on a thread of its own, to see what a game does, even if that is nothing any more.
 *
 * @param game of the kind that the episode was recorded in; disposed after the replay, unless it is stuck
 * @param patience how long a step may take at most; zero for as long as it likes
 */
public record WatchedReplay(RecordedSimulation game, RecordedEpisode episode, Duration patience) {
    /**
     * Plays all of it, and the step after it: the one that a fault was in.
     *
     * @throws GameFault if the game breaks a rule, or doesn't come back from a step
     * @throws IllegalStateException if the game observes otherwise than recorded, or ends before the episode does
     * @throws IllegalArgumentException if the game has no such agents, actions or settings
     */
    public void play() {
        try {
            TimeLimit.run(patience, this::playHere); // it may never end
        } catch (Watchdog.StuckException e) {
            throw game.fault(e.getMessage());
        }
    }

    private void playHere(Heartbeat heartbeat) {
        try {
            ReplayPlayer player = new ReplayPlayer(new EpisodeLoop(game), episode);
            while (player.step()) {
                player.requireSame();
                heartbeat.beat();
            }
            player.requireSame();
        } finally {
            heartbeat.beat();
            InstanceFactory.disposeHere(game, "replay"); // what it throws must not hide the fault
        }
    }
}
