package io.github.gdxagents.training.rollout;

import com.badlogic.gdx.utils.LongArray;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.ReplayPlayer;
import io.github.gdxagents.training.concurrent.Heartbeat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One simulated instance of the game: its episodes, one after the other, and what of them is written into rollouts. The seeds of its
 * episodes depend on the run's seed, the instance and the episode's number alone, so that it doesn't matter which thread steps it; their
 * settings on the lesson besides. For an episode with other settings than the one before the game is made anew.
 *
 * <p>Who plays a slot is said in {@link #playBy}: a policy for each behavior, the learner's.
 */
final class Instance implements AutoCloseable {
    /** A key that tells the seeds of episodes from those of the seats, which are 0 and above. */
    private static final long EPISODE_STREAM = -1;
    /** The same for the settings of episodes. */
    private static final long SETTINGS_STREAM = -2;

    final int index;
    private final InstanceFactory factory;
    private final long seed;
    private final EpisodeLoop loop;
    private final Slot[] slots;
    private final RolloutWriter writer;
    /** One for each lesson. */
    private final List<EpisodeSettings> lessons;

    private RecordedSimulation simulation;
    /** That the simulation was made with. */
    private SimulationSettings settings;

    private long episodes;
    /** Of the episodes that begin from now on, by index. */
    private int lesson;

    private boolean isRunning;
    /** Whether the game broke a rule and is to be made anew. */
    private boolean isBroken;

    private boolean isDisposed;
    private final LongArray cuts = new LongArray();
    /** Physics steps in this iteration. */
    private long steps;

    /**
     * Makes an instance of a first simulation, and of further ones if it breaks or its settings change.
     *
     * @param first made with the {@link #firstSettings}
     * @param lessons the settings of episodes in each
     */
    Instance(
            int index,
            RecordedSimulation first,
            InstanceFactory factory,
            List<EpisodeSettings> lessons,
            List<BehaviorSlots> groups,
            long seed) {
        this.index = index;
        this.factory = factory;
        this.lessons = lessons;
        this.seed = seed;
        simulation = first;
        settings = firstSettings(lessons, seed, index);
        loop = new EpisodeLoop(first);
        slots = new Slot[loop.seatCount()];
        for (int g = 0; g < groups.size(); g++) {
            BehaviorSlots group = groups.get(g);
            for (int k = 0; k < group.perInstance(); k++) {
                Seat seat = loop.seat(group.agents().get(k));
                seat.random().seed(RandomStream.hash(seed, index, seat.index()));
                slots[seat.index()] = new Slot(seat, g, index * group.perInstance() + k);
            }
        }
        writer = new RolloutWriter(slots, () -> steps);
        loop.listen(writer);
    }

    /** {@return the settings of an instance's first episode} */
    static SimulationSettings firstSettings(List<EpisodeSettings> lessons, long seed, int index) {
        return lessons.get(0).draw(seed, index, SETTINGS_STREAM, 0);
    }

    /** Sets the lesson of the episodes that begin from now on; a running one stays as it is. */
    void beginLesson(int newLesson) {
        lesson = newLesson;
    }

    /** Hands the slots over to a worker's policies, one for each behavior. */
    void playBy(RolloutPolicy[] policies) {
        for (Slot slot : slots) {
            float[] remembered = slot.seat.memory();
            loop.play(slot.seat, policies[slot.group]);
            System.arraycopy(remembered, 0, slot.seat.memory(), 0, remembered.length);
            slot.remembered = slot.seat.memory().clone();
        }
    }

    /** Gets ready to fill rollouts, one for each behavior; {@link #beginEpisode} must follow if {@link #needsEpisode}. */
    void beginIteration(Rollout[] rollouts, RolloutPolicy[] policies) {
        steps = 0;
        writer.begin(rollouts, policies);
    }

    boolean needsEpisode() {
        return !isRunning;
    }

    /** Always true: nothing can keep it from going on but a fault. */
    boolean beginEpisode() {
        long episode = episodes++; // first: a game that refuses its settings gets others the next time
        requireSimulation(lessons.get(lesson).draw(seed, index, SETTINGS_STREAM, episode));
        cuts.clear();
        writer.beginLesson(lesson);
        loop.reset(RandomStream.hash(seed, index, EPISODE_STREAM, episode));
        isRunning = true;
        InstanceFactory.requireRunning(loop);
        return true;
    }

    /** The first half of a turn: all that are due observe and wait for their policies. */
    void observe() {
        loop.observe();
    }

    /** The second half of a turn: all that are due act, the game steps, and if its episode is over the next one begins. */
    boolean advance() {
        loop.advance();
        steps++;
        if (loop.isOver()) {
            beginEpisode();
        }
        return true;
    }

    /** Whether the iteration ends here: it has no room for a decision that is due, or as many steps as it may have. */
    boolean isFull(int horizon, long mostSteps) {
        for (Slot slot : slots) {
            if (slot.rows == horizon && loop.isDecisionDue(slot.seat)) {
                return true;
            }
        }
        return steps == mostSteps;
    }

    /**
     * Ends the iteration in the midst of an episode. Where a decision is due, the last one has all its reward, and what follows is to be
     * estimated; elsewhere what comes until then is its own, and it goes on into the next iteration.
     */
    void cut() {
        cutDue();
        cuts.add(loop.steps());
        for (Slot slot : slots) {
            writer.keepOpen(slot);
        }
    }

    private void cutDue() {
        for (Slot slot : slots) {
            if (loop.isDecisionDue(slot.seat)) {
                loop.cut(slot.seat);
            }
        }
    }

    /** After a fault: the running episode is given up with all rows of the iteration, and the next one begins in a new instance of the game. */
    void giveUp() {
        isRunning = false;
        isBroken = true;
        cuts.clear();
        writer.discard();
        dropEpisodes();
    }

    private void dropEpisodes() {
        for (Slot slot : slots) {
            slot.seat.drop();
        }
    }

    /** Makes the game anew if it broke, or was made with other settings. */
    private void requireSimulation(SimulationSettings wanted) {
        if (isBroken || !wanted.equals(settings)) {
            remake(wanted);
        }
    }

    private void remake(SimulationSettings wanted) {
        isBroken = true; // until there is another
        if (!isDisposed) {
            isDisposed = true;
            InstanceFactory.disposeHere(simulation, place(index));
        }
        String with = wanted.equals(settings) ? "" : " with " + wanted;
        simulation = factory.makeHere(index, place(index) + with, wanted);
        settings = wanted;
        loop.replaceSimulation(simulation);
        isBroken = false;
        isDisposed = false;
    }

    List<EndedEpisode> ended() {
        return writer.ended();
    }

    InstanceState save() {
        List<SlotState> states = Arrays.stream(slots).map(Instance::save).toList();
        return isRunning
                ? new InstanceState(
                        episodes, simulation.episode(), settings.asMap(), writer.lesson(), cuts.toArray(), states)
                : new InstanceState(episodes, null, Map.of(), 0, new long[0], states);
    }

    private static SlotState save(Slot slot) {
        Seat seat = slot.seat;
        long[] stream = new long[RandomStream.STATE_SIZE];
        seat.random().save(stream, 0);
        return new SlotState(
                stream,
                seat.episodeReturn(),
                seat.episodeLength(),
                seat.episodeTerms().clone(),
                seat.memory().clone(),
                slot.open);
    }

    /**
     * Goes on from a saved state, playing its episode again.
     *
     * @throws GameFault if the game breaks a rule on the way
     * @throws IllegalStateException if the game plays otherwise than it did
     */
    void restore(InstanceState state, RolloutPolicy[] policies, Heartbeat heartbeat) {
        restoreWithoutEpisode(state);
        if (state.episode() != null) {
            // as far as the game still has them; former versions had the same for all
            requireSimulation(lessons.get(0).middle().withKnown(state.settings()));
            writer.pause();
            writer.beginLesson(state.lesson());
            try {
                replay(new ReplayPlayer(loop, state.episode()), state, heartbeat);
            } finally {
                playBy(policies);
            }
            cuts.addAll(state.cuts());
            isRunning = true;
            for (int i = 0; i < slots.length; i++) {
                restore(slots[i], state.slots().get(i));
            }
        }
    }

    /** Cuts where iterations ended, so that a game that sums up rewards is asked for them at the same moments, and has the same sums. */
    private void replay(ReplayPlayer player, InstanceState state, Heartbeat heartbeat) {
        int cut = 0;
        while (true) {
            for (; cut < state.cuts().length && state.cuts()[cut] == loop.steps(); cut++) {
                cutDue();
            }
            if (player.isAtEnd()) {
                break;
            }
            if (!player.step()) {
                throw new IllegalStateException(
                        "the episode ends after " + loop.steps() + " physics steps, but was recorded until "
                                + state.episode().steps());
            }
            player.requireSame();
            heartbeat.beat();
        }
        player.requireSame();
    }

    private void restore(Slot slot, SlotState state) {
        slot.open = state.open();
        if (slot.open == null) { // as former versions cut all
            loop.cut(slot.seat);
        }
        slot.seat.random().restore(state.random(), 0);
        slot.seat.restore(state.episodeReturn(), state.episodeLength(), state.episodeTerms(), state.memory());
    }

    /** Goes on from a saved state but for its episode: the next iteration begins another. */
    void restoreWithoutEpisode(InstanceState state) {
        episodes = state.episodes();
        isRunning = false;
        cuts.clear();
        for (int i = 0; i < slots.length; i++) {
            slots[i].seat.random().restore(state.slots().get(i).random(), 0);
            slots[i].open = null;
        }
        dropEpisodes();
    }

    /**
     * Checks that a state is of such an instance. Throws an IllegalArgumentException if it has other agents or memories or, where its
     * episode goes on, other reward terms.
     */
    void requireFit(InstanceState state, boolean goesOn) {
        boolean fits = state.slots().size() == slots.length;
        for (int i = 0; fits && i < slots.length; i++) {
            SlotState saved = state.slots().get(i);
            Seat seat = slots[i].seat;
            fits = saved.memory().length == seat.memory().length
                    && (saved.open() == null || saved.open().fits(seat.behavior(), seat.memory().length))
                    && (!goesOn
                            || saved.episodeTerms().length == 0 // as former versions saved them
                            || saved.episodeTerms().length == seat.episodeTerms().length);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "instance " + index + ": " + state.slots().size()
                            + " agents were saved, but the game has " + slots.length
                            + ", or their memories or reward terms have other sizes; resume with the game and the network settings that"
                            + " the run began with");
        }
    }

    SimulationFault fault(GameFault fault) {
        return SimulationFault.of(index, place(index), settings.asMap(), fault);
    }

    /** A step that doesn't come back, as another thread noticed. */
    SimulationFault stuck(String where) {
        return SimulationFault.stuck(index, place(index), settings.asMap(), simulation.fault(where));
    }

    static String place(int index) {
        return "instance " + index;
    }

    String game() {
        return simulation.game().getClass().getName();
    }

    /** Disposes the game; a second time does nothing. */
    @Override
    public void close() {
        if (!isDisposed) { // a new one may not have come of it
            isDisposed = true;
            factory.dispose(simulation, place(index));
        }
    }
}
