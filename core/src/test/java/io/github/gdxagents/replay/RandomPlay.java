package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plays with random actions, and writes down bit by bit what is seen. Thread safety: none. */
final class RandomPlay implements Decider, EpisodeListener {
    private final EpisodeLoop loop;
    private final RandomStream random;
    private final List<String> seen = new ArrayList<>();
    private final Set<StepStatus> statuses = EnumSet.noneOf(StepStatus.class);
    private int decisions;

    private RandomPlay(EpisodeLoop loop, RandomStream random) {
        this.loop = loop;
        this.random = random;
        loop.playAll(this);
        loop.listen(this);
    }

    /** Begins an episode in a recorded game. */
    static RandomPlay begin(Simulation game, long seed) {
        RandomPlay play = new RandomPlay(new EpisodeLoop(new RecordedSimulation(game)), RandomStream.of(seed, 77));
        play.loop.reset(seed);
        return play;
    }

    /** The same with settings of the episode's own. */
    static RandomPlay begin(Simulation game, long seed, SimulationSettings settings) {
        RandomPlay play = new RandomPlay(new EpisodeLoop(new RecordedSimulation(game)), RandomStream.of(seed, 77));
        play.loop.reset(seed, settings);
        return play;
    }

    /** Goes on where a replay has ended, with the actions that this play would take next. */
    RandomPlay in(EpisodeLoop replayed) {
        long[] state = new long[RandomStream.STATE_SIZE];
        random.save(state, 0);
        RandomStream copy = RandomStream.of(0);
        copy.restore(state, 0);
        return new RandomPlay(replayed, copy);
    }

    /** Plays until the episode is over, or for some steps. */
    RandomPlay steps(long most) {
        for (long i = 0; i < most && !loop.isOver(); i++) {
            loop.step();
        }
        return this;
    }

    RandomPlay toTheEnd() {
        return steps(Long.MAX_VALUE);
    }

    @Override
    public void add(Seat seat) {
        ActionSpec spec = seat.behavior().action();
        for (int i = 0; i < spec.continuousSize(); i++) {
            seat.actions().setContinuous(i, (float) random.uniform(-1.5, 1.5)); // clamped to [-1, 1]
        }
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            int choice = random.nextInt(spec.branchSize(branch));
            while (!seat.mask().isAllowed(branch, choice)) {
                choice = random.nextInt(spec.branchSize(branch));
            }
            seat.actions().setDiscrete(branch, choice);
        }
        decisions++;
        seen.add(loop.steps() + " agent " + seat.index() + reward(seat) + observation(seat) + ' ' + seat.actions());
    }

    @Override
    public void ended(Seat seat) {
        boolean isCut = seat.status() == StepStatus.TRUNCATED;
        seen.add("end of agent " + seat.index() + reward(seat) + (isCut ? observation(seat) : ""));
    }

    @Override
    public void stepped(EpisodeLoop played) {
        for (int i = 0; i < loop.seatCount(); i++) {
            statuses.add(loop.seat(i).agent().status());
        }
    }

    private static String reward(Seat seat) {
        return " reward " + Float.floatToRawIntBits(seat.reward());
    }

    private static String observation(Seat seat) {
        StringBuilder text = new StringBuilder();
        for (float value : seat.observation()) {
            text.append(' ').append(Float.floatToRawIntBits(value));
        }
        return text.toString();
    }

    EpisodeLoop loop() {
        return loop;
    }

    RecordedEpisode episode() {
        return ((RecordedSimulation) loop.simulation()).episode();
    }

    /** One line for each decision since this object was made (who, its reward, what it observed, its actions) and each end. */
    List<String> seen() {
        return seen;
    }

    /** Every status that an agent had after a step. */
    Set<StepStatus> statuses() {
        return statuses;
    }

    int decisions() {
        return decisions;
    }
}
