package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;

/** Records an episode of a game with one agent, which follows its heuristic; asks what a trainer asks. */
public final class Recorder {
    private Recorder() {}

    /** Plays to the end of the episode, or for some steps. */
    public static RecordedEpisode record(Simulation game, long seed, long steps) {
        RecordedSimulation recorded = new RecordedSimulation(game);
        EpisodeRunner runner = new EpisodeRunner(recorded);
        runner.reset(seed);
        while (!runner.isOver() && runner.steps() < steps) {
            if (runner.isDecisionDue(0)) {
                decide(runner.agent(0));
            }
            runner.step();
        }
        if (runner.isOver()) {
            runner.agent(0).takeReward();
        }
        return recorded.episode();
    }

    private static void decide(Agent agent) {
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        Actions actions = new Actions(agent.behavior().action());
        agent.takeReward();
        agent.observe(writer.begin(new float[agent.behavior().observation().size()]));
        agent.mask(new ActionMask(agent.behavior().action()));
        agent.heuristic(actions);
        agent.act(actions);
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
