package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.StepStatus;
import java.util.List;

/**
 * Steps its own instances through one iteration with its own copy of the networks, without waiting for other workers.
 *
 * <p>In each pass, every slot whose decision is due closes its last row with the reward it earned, observes and joins the batch; the
 * networks decide for the whole batch; every instance steps once; slots whose episode ended close their row with the way it ended.
 * An instance has finished when one of its slots has T rows and another decision is due.
 *
 * <p>Thread safety: used by one thread at a time. Allocates only for finished episodes and for what the game allocates.
 */
final class RolloutWorker {
    private final List<Instance> instances;
    private final RolloutPolicy[] policies;
    private final Rollout[] rollouts;
    private final int horizon;
    private final long mostSteps;
    private final Instance[] active;
    private int activeCount;
    private long inferenceNanos;
    private long simulationNanos;

    RolloutWorker(List<Instance> instances, RolloutPolicy[] policies, Rollout[] rollouts) {
        this.instances = instances;
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

    void collect() {
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
        for (Instance instance : instances) {
            guarded(instance, null, instance::beginIteration);
            active[activeCount++] = instance;
        }
    }

    private void observe() {
        int kept = 0;
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            if (instance.isFull(horizon) || instance.steps == mostSteps) {
                leave(instance);
            } else {
                observe(instance);
                active[kept++] = instance;
            }
        }
        activeCount = kept;
    }

    private void observe(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            if (instance.runner.isDecisionDue(a)) {
                Slot slot = instance.slots[a];
                try {
                    float reward = slot.takeReward();
                    if (slot.open) {
                        close(slot, reward, StepStatus.RUNNING);
                    }
                    slot.observe();
                    slot.readMask();
                } catch (RuntimeException e) {
                    throw instance.fault(slot, e);
                }
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
        rollout.bootstrapValues[rollout.row(slot.rows - 1, slot.column)] = policies[slot.group].value(slot);
    }

    private void decide() {
        for (int g = 0; g < policies.length; g++) {
            policies[g].decide(rollouts[g]);
        }
    }

    private void step() {
        for (int i = 0; i < activeCount; i++) {
            Instance instance = active[i];
            act(instance);
            try {
                instance.runner.step();
            } catch (RuntimeException e) {
                throw instance.fault(null, e);
            }
            instance.steps++;
            closeEnded(instance);
            if (instance.runner.isOver()) {
                guarded(instance, null, instance::beginEpisode);
            }
        }
    }

    private static void act(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            if (instance.runner.isDecisionDue(a)) {
                try {
                    instance.slots[a].act();
                } catch (RuntimeException e) {
                    throw instance.fault(instance.slots[a], e);
                }
            }
        }
    }

    private void closeEnded(Instance instance) {
        for (int a = 0; a < instance.slots.length; a++) {
            StepStatus status = instance.runner.status(a);
            Slot slot = instance.slots[a];
            if (status.isEnd() && slot.isInEpisode()) {
                try {
                    if (!slot.open) {
                        slot.takeReward(); // the horizon cut the last decision, whose row is closed: only the
                        // return counts
                    } else if (status == StepStatus.TRUNCATED) {
                        closeWithBootstrap(slot, status);
                    } else {
                        close(slot, slot.takeReward(), status);
                    }
                } catch (RuntimeException e) {
                    throw instance.fault(slot, e);
                }
                slot.finishEpisode();
            }
        }
    }

    /** Ends the iteration for an instance whose episode goes on: what follows its last rows is estimated. */
    private void leave(Instance instance) {
        for (Slot slot : instance.slots) {
            if (slot.open) {
                guarded(instance, slot, () -> closeWithBootstrap(slot, StepStatus.RUNNING));
            }
        }
    }

    private static void guarded(Instance instance, Slot slot, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            throw instance.fault(slot, e);
        }
    }

    long inferenceNanos() {
        return inferenceNanos;
    }

    long simulationNanos() {
        return simulationNanos;
    }
}
