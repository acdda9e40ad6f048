package io.github.gdxagents.training.rollout;

import io.github.gdxagents.replay.GameFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps its own instances through one iteration with its own copy of the networks, without waiting for other workers.
 *
 * <p>In each pass, every slot whose decision is due closes its last row with the reward it earned, observes and joins the batch; the
 * networks decide for the whole batch; every instance steps once; slots whose episode ended close their row with the way it ended.
 * An instance has finished when one of its slots has T rows and another decision is due.
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
            observe();
            long observed = System.nanoTime();
            decide();
            long decided = System.nanoTime();
            advance();
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
            if (!instance.needsEpisode() || succeeds(instance, instance::beginEpisode)) {
                active[activeCount++] = instance;
            }
        }
    }

    private void observe() {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            enter(instance);
            try {
                if (instance.isFull(horizon, mostSteps)) {
                    instance.cut();
                } else {
                    instance.observe();
                    active[kept++] = instance;
                }
            } catch (GameFault fault) {
                giveUp(instance, instance.fault(fault));
            }
        }
        activeCount = kept;
    }

    private void decide() {
        for (RolloutPolicy policy : policies) {
            policy.decide();
            heartbeat.beat(); // the networks' time is no instance's
        }
    }

    private void advance() {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            enter(instance);
            try {
                instance.advance();
                active[kept++] = instance;
            } catch (GameFault fault) {
                giveUp(instance, instance.fault(fault));
            }
        }
        activeCount = kept;
    }

    private void enter(Instance instance) {
        if (current != instance) { // the field is volatile: a write that changes nothing would still cost
            current = instance;
        }
        heartbeat.beat();
    }

    private boolean succeeds(Instance instance, Runnable action) {
        enter(instance);
        try {
            action.run();
            return true;
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

    /**
     * Brings instances back to where they were saved.
     *
     * @param states of all instances, by index
     * @param problems takes what can't come back
     */
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
