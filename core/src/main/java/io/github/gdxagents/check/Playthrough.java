package io.github.gdxagents.check;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.List;

/** One episode with random actions, played step by step under the eyes of probes. */
final class Playthrough implements EpisodeListener {
    /** A key that no game is likely to have: with its own, chance would know what the game draws. */
    private static final long ACTIONS = 0x616374696f6e73L;

    private final GuardedSimulation simulation;
    private final EpisodeLoop loop;
    private final List<WatchedSeat> watchedSeats = new ArrayList<>();
    private final List<Probe> probes;
    private final long maxSteps;
    private final EpisodeTrace trace;

    Playthrough(GuardedSimulation simulation, List<? extends Probe> probes, long maxSteps) {
        this.simulation = simulation;
        this.probes = new ArrayList<>(probes);
        this.maxSteps = maxSteps;
        loop = new EpisodeLoop(simulation);
        for (int i = 0; i < loop.seatCount(); i++) {
            watchedSeats.add(new WatchedSeat(loop.seat(i), simulation.agents().get(i)));
        }
        trace = new EpisodeTrace(watchedSeats);
        loop.listen(this);
    }

    /** Plays a whole episode; the trace is complete unless the game threw. */
    EpisodeTrace play(long seed, long actionKey) {
        return play(seed, actionKey, null);
    }

    /** The same with settings that are given to the reset, unless they are null. */
    EpisodeTrace play(long seed, long actionKey, SimulationSettings settings) {
        try {
            begin(seed, actionKey, settings);
            while (!isOver()) {
                advance();
            }
        } catch (GameFailure reported) {
            trace.breakOff();
        }
        return trace;
    }

    void begin(long seed, long actionKey) {
        begin(seed, actionKey, null);
    }

    private void begin(long seed, long actionKey, SimulationSettings settings) {
        loop.playAll(new RandomDecider(RandomStream.of(ACTIONS, actionKey), true));
        trace.clear();
        if (settings == null) {
            loop.reset(seed);
        } else {
            loop.reset(seed, settings);
        }
    }

    @Override
    public void began(EpisodeLoop started) {
        for (WatchedSeat watched : watchedSeats) {
            watched.reset();
        }
        for (Probe probe : probes) {
            probe.began(this);
        }
    }

    boolean isOver() {
        return loop.isOver() || steps() >= maxSteps;
    }

    /** Whether the game has ended it, or a step limit. */
    boolean hasEnded() {
        return loop.isOver();
    }

    void advance() {
        for (WatchedSeat watched : watchedSeats) {
            watched.beginTurn();
        }
        loop.step();
        if (isOver() && !loop.isOver() && !hasStepLimit()) {
            report(
                    FindingKind.NEVER_ENDS,
                    "episode",
                    "an end within " + maxSteps + " physics steps, or a step limit",
                    "neither");
        }
    }

    @Override
    public void rewarded(Seat seat) {
        watched(seat.index()).addReward();
        for (Probe probe : probes) {
            probe.rewarded(this, seat.index());
        }
    }

    @Override
    public void deciding(Seat seat) {
        boolean isFirst = seat.episodeLength() == 1;
        if (isFirst) { // what was taken before the first decision counts in no return, but must be sound
            rewarded(seat);
        }
        observed(seat);
        for (Probe probe : probes) {
            probe.deciding(this, seat.index());
        }
    }

    private void observed(Seat seat) {
        watched(seat.index()).observed = watched(seat.index()).agent.observedAll();
        for (Probe probe : probes) {
            probe.observed(this, seat.index());
        }
    }

    @Override
    public void acted(Seat seat) {
        for (Probe probe : probes) {
            probe.acted(this, seat.index());
        }
    }

    @Override
    public void ended(Seat seat) {
        watched(seat.index()).ended = true;
        rewarded(seat);
        if (seat.status() == StepStatus.TRUNCATED) { // a trainer estimates the future from what was observed then
            observed(seat);
        }
    }

    @Override
    public void stepped(EpisodeLoop played) {
        for (WatchedSeat watched : watchedSeats) {
            watched.update();
        }
        trace.record(steps(), watchedSeats);
        for (Probe probe : probes) {
            probe.stepped(this);
        }
    }

    private boolean hasStepLimit() {
        for (WatchedSeat watched : watchedSeats) {
            if (watched.behavior.stepLimit() != BehaviorSpec.NO_STEP_LIMIT) {
                return true;
            }
        }
        return false;
    }

    EpisodeTrace trace() {
        return trace;
    }

    GuardedSimulation simulation() {
        return simulation;
    }

    List<WatchedSeat> watchedSeats() {
        return watchedSeats;
    }

    WatchedSeat watched(int agent) {
        return watchedSeats.get(agent);
    }

    long steps() {
        return loop.steps();
    }

    void report(FindingKind kind, String subject, String expected, String actual) {
        simulation.reporter().report(kind, subject, expected, actual);
    }
}
