package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.StepStatus;
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
    private final Pulse pulse = new Pulse();
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
    }

    void load(List<Weights> weights) {
        for (int g = 0; g < policies.length; g++) {
            policies[g].load(weights.get(g));
        }
    }

    /** Fills rollouts, one for each behavior, that are cleared and as long as those that the worker was made with. */
    void collect(List<Rollout> into) {
        rollouts = into.toArray(rollouts);
        begin();
        while (activeCount > 0) {
            long start = System.nanoTime();
            observe();
            long observed = System.nanoTime();
            decide();
            long decided = System.nanoTime();
            step();
            long stepped = System.nanoTime();
            inferenceNanos += decided - observed;
            simulationNanos += observed - start + stepped - decided;
        }
    }

    private void begin() {
        inferenceNanos = 0;
        simulationNanos = 0;
        activeCount = 0;
        faults.clear();
        for (Instance instance : instances) {
            instance.beginIteration();
            if (!instance.needsEpisode() || isSound(instance, instance::beginEpisode)) {
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
                if (instance.isFull(horizon) || instance.steps == mostSteps) {
                    leave(instance);
                } else {
                    observe(instance);
                    active[kept++] = instance;
                }
            } catch (GameFault fault) {
                giveUp(instance, fault);
            }
        }
        activeCount = kept;
    }

    private void observe(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            if (instance.runner().isDecisionDue(a)) {
                Slot slot = instance.slots[a];
                float reward = slot.takeReward();
                if (slot.open) {
                    close(slot, reward, StepStatus.RUNNING);
                }
                slot.observe();
                slot.readMask();
                open(slot);
                policies[slot.group].enqueue(slot);
            }
        }
    }

    private void open(Slot slot) {
        slot.openRow();
        rollouts[slot.group].lengths[slot.column] = slot.rows;
    }

    private void close(Slot slot, float reward, StepStatus status) {
        Rollout rollout = rollouts[slot.group];
        int row = rollout.row(slot.rows - 1, slot.column);
        rollout.rewards[row] = reward;
        rollout.statuses[row] = status;
        slot.open = false;
    }

    private void closeWithBootstrap(Slot slot, StepStatus status) {
        close(slot, slot.takeReward(), status);
        slot.observe();
        Rollout rollout = rollouts[slot.group];
        rollout.addBootstrap(slot.column, slot.observation);
        policies[slot.group].enqueueValue(slot, rollout.row(slot.rows - 1, slot.column));
    }

    private void decide() {
        for (int g = 0; g < policies.length; g++) {
            policies[g].decide(rollouts[g]);
            pulse.beat(); // the networks' time is no instance's
        }
    }

    private void step() {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            enter(instance);
            try {
                act(instance);
                instance.runner().step();
                instance.steps++;
                closeEnded(instance);
                if (instance.runner().isOver()) {
                    instance.beginEpisode();
                }
                active[kept++] = instance;
            } catch (GameFault fault) {
                giveUp(instance, fault);
            }
        }
        activeCount = kept;
    }

    private void enter(Instance instance) {
        if (current != instance) { // the field is volatile: a write that changes nothing would still cost
            current = instance;
        }
        pulse.beat();
    }

    private static void act(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            if (instance.runner().isDecisionDue(a)) {
                instance.slots[a].act();
            }
        }
    }

    private void closeEnded(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            StepStatus status = instance.runner().status(a);
            Slot slot = instance.slots[a];
            if (status.isEnd() && slot.isInEpisode()) {
                if (!slot.open) {
                    slot.takeReward(); // the horizon cut the last decision, whose row is closed: only the return counts
                } else if (status == StepStatus.TRUNCATED) {
                    closeWithBootstrap(slot, status);
                } else {
                    close(slot, slot.takeReward(), status);
                }
                slot.finishEpisode();
            }
        }
    }

    /** Ends the iteration for an instance whose episode goes on: what follows its last rows is estimated. */
    private void leave(Instance instance) {
        for (Slot slot : instance.slots) {
            if (slot.open) {
                closeWithBootstrap(slot, StepStatus.RUNNING);
            }
        }
        instance.cut();
    }

    private boolean isSound(Instance instance, Runnable action) {
        enter(instance);
        try {
            action.run();
            return true;
        } catch (GameFault fault) {
            giveUp(instance, fault);
            return false;
        } catch (SimulationFault fault) { // no new instance could be made
            giveUp(instance, fault);
            return false;
        }
    }

    private void giveUp(Instance instance, GameFault fault) {
        giveUp(instance, instance.fault(fault));
    }

    /** All rows of the instance go, not those of the last episode alone: which are left must not depend on when it broke. */
    private void giveUp(Instance instance, SimulationFault fault) {
        if (!restartsInstances) {
            throw fault;
        }
        faults.add(fault);
        instance.giveUp();
        for (Slot slot : instance.slots) {
            rollouts[slot.group].clear(slot.column);
        }
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
                instance.restore(states.get(instance.index), pulse);
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

    Pulse pulse() {
        return pulse;
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
