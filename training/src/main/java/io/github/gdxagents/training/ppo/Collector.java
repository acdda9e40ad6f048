package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import io.github.gdxagents.training.rollout.InstanceState;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.rollout.SimulationPool;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the instances gather one iteration of experience after the other, if wanted each while the one before is learned from.
 *
 * <p>Weights in, rollouts out: workers on other machines would be called from here.
 *
 * <p>What is collected ahead, well or not, belongs to the next iteration: a fault in it is thrown there, and until then {@link #instances}
 * are those that it began with. What it was collected with has to be remembered by whoever gave it, so that another program can collect
 * the same.
 *
 * <p>Thread safety: none; between two calls only {@link #begin} leaves threads at work.
 */
final class Collector {
    private final SimulationPool pool;
    /** Filled in turns: null without overlap. */
    private final List<List<Rollout>> rollouts;

    private int next;
    private boolean isRunning;
    private Experience ahead;
    private Throwable failure;
    /** Where the instances stood before the experience that is ahead. */
    private List<InstanceState> before;

    Collector(SimulationPool pool, boolean overlap) {
        this.pool = pool;
        rollouts = overlap ? List.of(pool.rollouts(), pool.newRollouts()) : null;
    }

    /**
     * Gives the experience of an iteration: what is ahead, or what the instances gather now.
     *
     * @param weights one for each behavior, the same as those that {@link #begin} was given if there is something ahead
     * @return overwritten by the next but one collection with overlap, by the next one without
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     * @throws io.github.gdxagents.training.rollout.PolicyFault if a policy gives numbers that are not finite
     */
    Experience collect(List<Weights> weights) {
        if (rollouts == null) {
            return Experience.of(pool.collect(weights), pool);
        }
        if (before == null) {
            begin(weights);
            end();
        }
        return take();
    }

    private Experience take() {
        Throwable thrown = failure;
        Experience taken = ahead;
        forget();
        if (thrown != null) {
            throw Failures.unchecked(thrown);
        }
        return taken;
    }

    /** Lets the instances begin with the next iteration; {@link #end} must follow. Only with overlap. */
    void begin(List<Weights> weights) {
        before = pool.save();
        isRunning = true; // at first: also if some begin and one can't, all are waited for
        pool.begin(weights, rollouts.get(next));
        next = 1 - next;
    }

    /** Waits until nothing is collected any more, whatever has come of it. */
    void end() {
        if (!isRunning) {
            return;
        }
        isRunning = false;
        try {
            ahead = Experience.of(pool.finish(), pool);
        } catch (RuntimeException | Error fault) {
            failure = fault;
        }
    }

    /** Gives up what is ahead; nothing may be at work. */
    void forget() {
        ahead = null;
        failure = null;
        before = null;
    }

    /** What the next iteration begins with, sharing nothing with the instances. */
    List<InstanceState> instances() {
        return before == null ? pool.save() : before;
    }

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
}
