package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import java.util.Arrays;
import java.util.List;

/**
 * One simulated instance of the game and its slots. The seeds of its episodes depend on the run's seed, the instance and the
 * episode's number alone, so that it doesn't matter which thread steps it.
 *
 * <p>Thread safety: belongs to one worker.
 */
final class Instance {
    final int index;
    final EpisodeRunner runner;
    final Slot[] slots;
    private final long seed;
    private long episodes;
    private long episodeSeed;
    /** Physics steps in this iteration. */
    long steps;

    Instance(int index, Simulation simulation, List<BehaviorSlots> groups, List<ActorCritic> networks, long seed) {
        this.index = index;
        this.seed = seed;
        runner = new EpisodeRunner(simulation);
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

    void beginIteration() {
        steps = 0;
        for (Slot slot : slots) {
            slot.rows = 0;
            slot.finished.clear();
        }
        if (runner.isOver()) {
            beginEpisode();
        }
    }

    void beginEpisode() {
        episodeSeed = RandomStream.hash(seed, index, -1, episodes++);
        runner.reset(episodeSeed);
    }

    /** Drops the running episode, so that the next iteration begins a new one. */
    void resumeAt(long episodeCount) {
        episodes = episodeCount;
        for (Slot slot : slots) {
            slot.dropEpisode();
        }
        beginEpisode();
    }

    long episodes() {
        return episodes;
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

    SimulationFault fault(Slot slot, RuntimeException cause) {
        int agent = Arrays.asList(slots).indexOf(slot);
        return new SimulationFault(
                "game " + runner.simulation().getClass().getName() + ", instance " + index
                        + (slot == null
                                ? ""
                                : ", agent " + agent + " ("
                                        + slot.agent.behavior().name() + ")") + ", seed "
                        + episodeSeed + ", physics step " + runner.steps() + ": " + describe(cause)
                        + ". Run SimulationCheck on the game to find the cause",
                cause);
    }

    private static String describe(RuntimeException cause) {
        return cause instanceof IllegalStateException && cause.getMessage() != null
                ? cause.getMessage()
                : "it threw " + cause;
    }
}
