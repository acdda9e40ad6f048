package io.github.gdxagents.check;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.StepStatus;

/** Whether all agents get their turns within a time that training sees; one probe for all episodes. */
final class TurnsProbe implements Probe {
    /** Decisions, the horizon that the trainer may choose by itself. */
    static final int LONGEST_WAIT = 128;

    /** Decisions of a random episode without a step limit. */
    static final int LONGEST_EPISODE = 1000;

    private boolean[] hasRun = {};
    private long[] lastRun = {};

    @Override
    public void began(Playthrough play) {
        int agents = play.watchedSeats().size();
        hasRun = hasRun.length == agents ? hasRun : new boolean[agents];
        lastRun = new long[agents];
        note(play);
    }

    @Override
    public void stepped(Playthrough play) {
        note(play);
        for (WatchedSeat watched : play.watchedSeats()) {
            long waited = play.steps() - lastRun[watched.seat.index()];
            if (watched.open && waited == (long) LONGEST_WAIT * watched.behavior.decisionPeriod() + 1) {
                play.report(
                        FindingKind.WAITS_LONG,
                        watched.agent.name(),
                        "the next turn within " + LONGEST_WAIT + " decisions, or an end",
                        "the agent is " + watched.status + " for longer");
            }
        }
        if (play.hasEnded()) { // else another finding tells
            requireLimit(play);
        }
    }

    private void note(Playthrough play) {
        for (WatchedSeat watched : play.watchedSeats()) {
            if (watched.status == StepStatus.RUNNING) {
                hasRun[watched.seat.index()] = true;
                lastRun[watched.seat.index()] = play.steps();
            }
        }
    }

    private static void requireLimit(Playthrough play) {
        long fastest = Long.MAX_VALUE;
        for (WatchedSeat watched : play.watchedSeats()) {
            if (watched.behavior.stepLimit() != BehaviorSpec.NO_STEP_LIMIT) {
                return;
            }
            fastest = Math.min(fastest, watched.behavior.decisionPeriod());
        }
        if (play.steps() > LONGEST_EPISODE * fastest) {
            play.report(
                    FindingKind.NO_STEP_LIMIT,
                    "episode",
                    "an end within " + LONGEST_EPISODE + " decisions, or a step limit",
                    "it ends after " + play.steps() / fastest);
        }
    }

    /** After the last episode. */
    void finish(GuardedSimulation simulation) {
        for (int i = 0; i < hasRun.length; i++) {
            if (!hasRun[i]) {
                GuardedAgent agent = simulation.agents().get(i);
                simulation
                        .reporter()
                        .report(FindingKind.NEVER_RUNS, agent.name(), "RUNNING at some time", "never in any episode");
            }
        }
    }
}
