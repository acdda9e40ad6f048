package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One simulated instance of the game and its slots. The seeds of its episodes depend on the run's seed, the instance and the
 * episode's number alone, so that it doesn't matter which thread steps it.
 *
 * <p>Thread safety: belongs to one worker.
 */
final class Instance {
    private static final int FIRST_CUTS = 8;

    final int index;
    final Slot[] slots;
    private final InstanceFactory factory;
    private final long seed;
    private RecordedSimulation simulation;
    private EpisodeRunner runner;
    private long episodes;
    private boolean isRunning;
    /** Whether the game broke a rule and is to be made anew. */
    private boolean isBroken;

    private boolean isDisposed;
    private long[] cuts = new long[FIRST_CUTS];
    private int cutCount;
    /** Physics steps in this iteration. */
    long steps;

    /** Makes an instance of a first simulation, and of further ones if it breaks. */
    Instance(
            int index,
            RecordedSimulation first,
            InstanceFactory factory,
            List<BehaviorSlots> groups,
            List<ActorCritic> networks,
            long seed) {
        this.index = index;
        this.factory = factory;
        this.seed = seed;
        use(first);
        slots = new Slot[runner.agentCount()];
        for (int g = 0; g < groups.size(); g++) {
            BehaviorSlots group = groups.get(g);
            for (int k = 0; k < group.perInstance(); k++) {
                int agent = group.agents().get(k);
                RandomStream random = RandomStream.of(seed, index, agent);
                SlotMemory memory = new SlotMemory(networks.get(g));
                slots[agent] = new Slot(runner.agent(agent), g, index * group.perInstance() + k, random, memory);
            }
        }
    }

    private void use(RecordedSimulation made) {
        simulation = made;
        runner = new EpisodeRunner(simulation);
    }

    EpisodeRunner runner() {
        return runner;
    }

    /** Gets ready for an iteration; {@link #beginEpisode} must follow if {@link #needsEpisode}. */
    void beginIteration() {
        steps = 0;
        for (Slot slot : slots) {
            slot.rows = 0;
            slot.finished.clear();
        }
    }

    boolean needsEpisode() {
        return !isRunning;
    }

    void beginEpisode() {
        if (isBroken) {
            remake();
        }
        cutCount = 0;
        runner.reset(RandomStream.hash(seed, index, -1, episodes++));
        isRunning = true;
        if (runner.isOver()) {
            throw simulation.fault("the episode is over right after reset(); at least one agent must be RUNNING then,"
                    + " and isEpisodeOver() false");
        }
    }

    /** Ends the iteration in the midst of an episode. */
    void cut() {
        if (cutCount == cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cutCount);
        }
        cuts[cutCount++] = runner.steps();
    }

    /** After a fault: the running episode is given up, and the next one begins in a new instance of the game. */
    void giveUp() {
        isRunning = false;
        isBroken = true;
        cutCount = 0;
        for (Slot slot : slots) {
            slot.finished.clear();
            slot.dropEpisode();
        }
    }

    private void remake() {
        dispose();
        use(factory.make(index, place(index)));
        for (int i = 0; i < slots.length; i++) {
            slots[i].rebind(runner.agent(i));
        }
        isBroken = false;
        isDisposed = false;
    }

    InstanceState save() {
        List<SlotState> states = new ArrayList<>();
        for (Slot slot : slots) {
            states.add(slot.save());
        }
        return isRunning
                ? new InstanceState(episodes, simulation.episode(), Arrays.copyOf(cuts, cutCount), states)
                : new InstanceState(episodes, null, new long[0], states);
    }

    /**
     * Goes on from a saved state, playing its episode again.
     *
     * @throws GameFault if the game breaks a rule on the way
     * @throws IllegalStateException if the game plays otherwise than it did
     */
    void restore(InstanceState state, Pulse pulse) {
        restoreWithoutEpisode(state);
        if (state.episode() != null) {
            if (isBroken) {
                remake();
            }
            new EpisodeReplay(this, state, pulse).play();
            cuts = Arrays.copyOf(state.cuts(), state.cuts().length + FIRST_CUTS);
            cutCount = state.cuts().length;
            isRunning = true;
            for (int i = 0; i < slots.length; i++) {
                slots[i].restore(state.slots().get(i));
            }
        }
    }

    /** Goes on from a saved state but for its episode: the next iteration begins another. */
    void restoreWithoutEpisode(InstanceState state) {
        episodes = state.episodes();
        isRunning = false;
        cutCount = 0;
        for (int i = 0; i < slots.length; i++) {
            slots[i].restore(state.slots().get(i));
            slots[i].dropEpisode();
        }
    }

    /**
     * Checks that a state is of such an instance.
     *
     * @throws IllegalArgumentException if it has other agents or memories
     */
    void requireFit(InstanceState state) {
        boolean fits = state.slots().size() == slots.length;
        for (int i = 0; fits && i < slots.length; i++) {
            fits = state.slots().get(i).memory().length == slots[i].memory.size();
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "instance " + index + ": " + state.slots().size()
                            + " agents were saved, but the game has " + slots.length
                            + ", or their memories have other sizes; resume with the game and the network settings that the run"
                            + " began with");
        }
    }

    /** Whether the iteration has room for no further decision of a slot that is due. */
    boolean isFull(int horizon) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].rows == horizon && runner.isDecisionDue(i)) {
                return true;
            }
        }
        return false;
    }

    SimulationFault fault(GameFault fault) {
        return SimulationFault.of(index, place(index), fault);
    }

    /** A step that doesn't come back, as another thread noticed. */
    SimulationFault stuck(String where) {
        return SimulationFault.stuck(index, place(index), simulation.fault(where));
    }

    static String place(int index) {
        return "instance " + index;
    }

    String game() {
        return simulation.game().getClass().getName();
    }

    void dispose() {
        if (!isDisposed) { // a new one may not have come of it
            isDisposed = true;
            InstanceFactory.dispose(simulation, place(index));
        }
    }
}
