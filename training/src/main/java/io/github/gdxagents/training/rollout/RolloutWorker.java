package io.github.gdxagents.training.rollout;

import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.training.concurrent.Heartbeat;
import io.github.gdxagents.training.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Steps its own instances through one iteration with its own copy of the networks, without waiting for other workers.
 *
 * <p>In each pass all instances observe, the networks decide for all that are due in any of them, and every instance steps once. An instance
 * has finished when one of its slots has T rows and another decision is due.
 *
 * <p>If a game breaks a rule, either collecting ends there, or the instance gives up the iteration with all of its rows: the next one
 * begins with a new instance in its place.
 *
 * <p>Thread safety: used by one thread at a time. Allocates only for finished episodes and for what the game allocates.
 */
final class RolloutWorker {
    private final List<Instance> instances;
    private final RolloutPolicy[] policies;
    private final int horizon;
    private final long mostSteps;
    private final boolean restartsInstances;
    private final Instance[] active;
    /** Made once, for decisions allocate nothing. */
    private final Predicate<Instance> observing = this::observes;

    private final List<SimulationFault> faults = new ArrayList<>();
    private final Heartbeat heartbeat = new Heartbeat();
    /** What the present iteration fills. */
    private Rollout[] rollouts;

    private int activeCount;
    private long inferenceNanos;
    private long simulationNanos;

    /** The instance that is being stepped, for whoever asks why it doesn't come back. */
    private volatile Instance current;

    RolloutWorker(List<Instance> instances, RolloutPolicy[] policies, Rollout[] rollouts, boolean restartsInstances) {
        this.instances = instances;
        this.restartsInstances = restartsInstances;
        this.policies = policies;
        this.rollouts = rollouts;
        horizon = rollouts[0].horizon;
        int longestPeriod = 1;
        for (Rollout rollout : rollouts) {
            longestPeriod = Math.max(longestPeriod, rollout.behavior().decisionPeriod());
        }
        mostSteps = (long) horizon * longestPeriod;
        active = new Instance[instances.size()];
        for (Instance instance : instances) {
            instance.playBy(policies);
        }
    }

    /** Fills rollouts, one for each behavior, that are cleared and as long as those that the worker was made with. */
    void collect(List<Weights> weights, List<Rollout> into) {
        rollouts = into.toArray(rollouts);
        begin(weights);
        while (activeCount > 0) {
            long start = System.nanoTime();
            each(observing);
            long observed = System.nanoTime();
            decide();
            long decided = System.nanoTime();
            each(Instance::advance);
            long stepped = System.nanoTime();
            inferenceNanos += decided - observed;
            simulationNanos += observed - start + stepped - decided;
        }
    }

    private void begin(List<Weights> weights) {
        inferenceNanos = 0;
        simulationNanos = 0;
        activeCount = 0;
        faults.clear();
        for (int g = 0; g < policies.length; g++) {
            policies[g].begin(weights.get(g), rollouts[g]);
        }
        for (Instance instance : instances) {
            instance.beginIteration(rollouts, policies);
            if (!instance.needsEpisode() || succeeds(instance, Instance::beginEpisode)) {
                active[activeCount++] = instance;
            }
        }
    }

    /** Takes a turn with all that are active; those that have finished or broken are not any more. */
    private void each(Predicate<Instance> turn) {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            if (succeeds(instance, turn)) {
                active[kept++] = instance;
            }
        }
        activeCount = kept;
    }

    private boolean observes(Instance instance) {
        if (instance.isFull(horizon, mostSteps)) {
            instance.cut();
            return false;
        }
        instance.observe();
        return true;
    }

    private void decide() {
        for (RolloutPolicy policy : policies) {
            policy.decide();
            heartbeat.beat(); // the networks' time is no instance's
        }
    }

    private void enter(Instance instance) {
        if (current != instance) { // the field is volatile: a write that changes nothing would still cost
            current = instance;
        }
        heartbeat.beat();
    }

    private boolean succeeds(Instance instance, Predicate<Instance> turn) {
        enter(instance);
        try {
            return turn.test(instance);
        } catch (GameFault fault) {
            giveUp(instance, instance.fault(fault));
        } catch (SimulationFault fault) { // no new instance could be made
            giveUp(instance, fault);
        }
        return false;
    }

    /** All rows of the instance go, not those of the last episode alone: which are left must not depend on when it broke. */
    private void giveUp(Instance instance, SimulationFault fault) {
        if (!restartsInstances) {
            throw fault;
        }
        faults.add(fault);
        instance.giveUp();
    }

    /** Brings instances back to where they were saved, given the states of all, by index; problems take what can't come back. */
    void restore(List<InstanceState> states, List<String> problems) {
        for (Instance instance : instances) {
            enter(instance);
            try {
                instance.restore(states.get(instance.index), policies, heartbeat);
            } catch (GameFault | SimulationFault | IllegalStateException | IllegalArgumentException e) {
                synchronized (problems) {
                    problems.add("instance " + instance.index + ": " + e.getMessage());
                }
            }
        }
    }

    List<SimulationFault> faults() {
        return faults;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    Instance current() {
        return current;
    }

    long inferenceNanos() {
        return inferenceNanos;
    }

    long simulationNanos() {
        return simulationNanos;
    }
}
