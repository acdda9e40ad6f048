package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.InstanceState;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.SimulationPool;
import io.github.gdxagents.training.rollout.Weights;
import java.util.List;

/**
 * Has the instances gather one iteration of experience after the other, if wanted each while the one before is learned from.
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
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
        return taken;
    }

    /** Lets the instances begin with the next iteration; {@link #end} must follow. Only with overlap. */
    void begin(List<Weights> weights) {
        List<InstanceState> standing = pool.save();
        pool.begin(weights, rollouts.get(next));
        before = standing;
        isRunning = true;
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
}
