package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.ConfigDraft;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.RolloutConfig;
import java.util.List;

/**
 * Which ways to collect a configuration leaves open.
 *
 * <p>Instances and horizon are chosen together, so that an iteration learns from as many decisions as before: if one of them was given,
 * the other is what it would be anyway.
 *
 * <p>Thread safety: immutable.
 *
 * @param start what is sensible: all cores, and at least an instance for each
 * @param threads numbers of threads that are possible, ascending; the last is that of the start
 * @param isCrowdOpen whether the number of instances may be another
 * @param shortestHorizon that the networks' memory leaves possible
 */
record CollectionChoices(Collecting start, List<Integer> threads, boolean isCrowdOpen, int shortestHorizon) {
    /**
     * Reads them from a configuration.
     *
     * @param draft what is given, and what is open
     * @param cores of the machine, at least 1
     */
    static CollectionChoices of(ConfigDraft draft, int cores) {
        RolloutConfig given = draft.config().rollout();
        boolean isCrowdOpen = draft.isOpen(ConfigDraft.INSTANCES) && draft.isOpen(ConfigDraft.HORIZON);
        boolean areThreadsOpen = draft.isOpen(ConfigDraft.THREADS);
        int most = areThreadsOpen || given.threads() == 0 ? cores : given.threads();
        MemoryConfig memory = draft.config().network().memory();
        int shortest = memory.isUsed() ? memory.sequenceLength() : 1;
        Crowd crowd = isCrowdOpen ? Crowd.of(given).atLeast(most, shortest) : Crowd.of(given);
        int useful = Math.min(most, crowd.instances());
        List<Integer> threads = areThreadsOpen ? Candidates.threads(useful) : List.of(most);
        Collecting start = new Collecting(threads.get(threads.size() - 1), crowd);
        return new CollectionChoices(start, threads, isCrowdOpen, shortest);
    }

    /** Whether anything is open. */
    boolean isAny() {
        return threads.size() > 1 || isCrowdOpen;
    }
}
