package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.FinishedEpisode;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.rollout.SimulationPool;
import java.util.ArrayList;
import java.util.List;

/**
 * What all instances went through in one iteration, and what it took.
 *
 * @param rollouts one for each behavior
 * @param episodes that ended, for each behavior
 * @param faults of instances that broke and are made anew
 * @param simulationSeconds physics, observations and rewards, mean over the threads
 * @param inferenceSeconds networks and sampling, mean over the threads
 */
record Experience(
        List<Rollout> rollouts,
        List<List<FinishedEpisode>> episodes,
        List<SimulationFault> faults,
        double simulationSeconds,
        double inferenceSeconds) {
    /** Reads from a pool what it would not know any more after its next collection. */
    static Experience of(List<Rollout> rollouts, SimulationPool pool) {
        List<List<FinishedEpisode>> episodes = new ArrayList<>();
        for (int g = 0; g < rollouts.size(); g++) {
            episodes.add(pool.finishedEpisodes(g));
        }
        return new Experience(rollouts, episodes, pool.faults(), pool.simulationSeconds(), pool.inferenceSeconds());
    }

    /** Decisions of all slots. */
    long size() {
        return rollouts.stream().mapToLong(Rollout::size).sum();
    }
}
