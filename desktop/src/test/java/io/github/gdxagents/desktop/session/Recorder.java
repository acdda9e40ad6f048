package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;

/** Records an episode of a game with one agent, which follows its heuristic; asks what a trainer asks. */
public final class Recorder {
    private Recorder() {}

    /** Plays to the end of the episode, or for some steps. */
    public static RecordedEpisode record(Simulation game, long seed, long steps) {
        RecordedSimulation recorded = new RecordedSimulation(game);
        EpisodeLoop loop = new EpisodeLoop(recorded);
        loop.playAll(Decider.heuristic(true));
        loop.reset(seed);
        while (!loop.isOver() && loop.steps() < steps) {
            loop.step();
        }
        return recorded.episode();
    }

    /** Plays until the game breaks. */
    public static GameFault fault(Simulation game, long seed) {
        try {
            record(game, seed, Long.MAX_VALUE);
        } catch (GameFault fault) {
            return fault;
        }
        throw new AssertionError("the game did not break");
    }
}
