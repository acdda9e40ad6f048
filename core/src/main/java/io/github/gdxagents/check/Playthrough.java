package io.github.gdxagents.check;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** One episode with random actions, played step by step under the eyes of probes. */
final class Playthrough {
    private final GuardedSimulation simulation;
    private final EpisodeRunner runner;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Probe> probes;
    private final long maxSteps;
    private final Trace trace;
    private RandomActions random = new RandomActions(RandomStream.of(0));

    Playthrough(GuardedSimulation simulation, List<? extends Probe> probes, long maxSteps) {
        this.simulation = simulation;
        this.probes = new ArrayList<>(probes);
        this.maxSteps = maxSteps;
        for (GuardedAgent agent : simulation.agents()) {
            slots.add(new Slot(agent));
        }
        runner = new EpisodeRunner(simulation);
        trace = new Trace(slots);
    }

    /** Plays a whole episode; the trace is complete unless the game threw. */
    Trace play(long seed, long actionKey) {
        try {
            begin(seed, actionKey);
            while (!isOver()) {
                advance();
            }
        } catch (GameFailure reported) {
            trace.breakOff();
        }
        return trace;
    }

    void begin(long seed, long actionKey) {
        random = new RandomActions(RandomStream.of(actionKey));
        trace.clear();
        runner.reset(seed);
        for (Slot slot : slots) {
            slot.reset();
        }
        for (Probe probe : probes) {
            probe.began(this);
        }
    }

    boolean isOver() {
        return runner.isOver() || steps() >= maxSteps;
    }

    void advance() {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).observed = false;
            if (runner.isDecisionDue(i)) {
                decide(i);
            }
        }
        runner.step();
        for (Slot slot : slots) {
            slot.update();
            slot.reward = slot.agent.takeReward();
        }
        trace.record(steps(), slots);
        for (Probe probe : probes) {
            probe.stepped(this);
        }
        if (isOver()) {
            close();
        }
    }

    private void decide(int index) {
        Slot slot = slots.get(index);
        observe(index);
        slot.mask();
        for (Probe probe : probes) {
            probe.deciding(this, index);
        }
        random.choose(slot.mask, slot.actions);
        Actions handed = new Actions(slot.behavior.action());
        handed.set(slot.actions);
        slot.agent.act(handed);
        for (Probe probe : probes) {
            probe.acted(this, index, handed);
        }
    }

    private void observe(int index) {
        slots.get(index).observe();
        for (Probe probe : probes) {
            probe.observed(this, index);
        }
    }

    private void close() {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            // a trainer estimates the future of who was cut off from this observation
            if (slot.wasOpen && runner.status(i) == StepStatus.TRUNCATED) {
                observe(i);
            }
        }
        if (!runner.isOver() && !hasStepLimit()) {
            report(
                    FindingKind.NEVER_ENDS,
                    "episode",
                    "an end within " + maxSteps + " physics steps, or a step limit",
                    "neither");
        }
    }

    private boolean hasStepLimit() {
        for (Slot slot : slots) {
            if (slot.behavior.stepLimit() != BehaviorSpec.NO_STEP_LIMIT) {
                return true;
            }
        }
        return false;
    }

    Trace trace() {
        return trace;
    }

    GuardedSimulation simulation() {
        return simulation;
    }

    List<Slot> slots() {
        return slots;
    }

    Slot slot(int agent) {
        return slots.get(agent);
    }

    long steps() {
        return runner.steps();
    }

    void report(FindingKind kind, String subject, String expected, String actual) {
        simulation.reporter().report(kind, subject, expected, actual);
    }
}
