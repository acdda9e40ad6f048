package io.github.gdxagents.training.config;

import java.util.Set;
import java.util.TreeSet;

/**
 * A configuration some of whose values may still be chosen, because they were given as {@code auto}.
 *
 * <p>Thread safety: immutable.
 *
 * @param config complete: what is open has a value that is sensible on any machine
 * @param open the dotted keys of the open values, of those in this class
 */
public record ConfigDraft(TrainingConfig config, Set<String> open) {
    /** Threads that collect. */
    public static final String THREADS = "rollout.threads";

    /** Simulated instances. */
    public static final String INSTANCES = "rollout.instances";

    /** Decisions of a slot in an iteration. */
    public static final String HORIZON = "rollout.horizon";

    /** Parts of a minibatch that are learned from side by side. */
    public static final String SHARDS = "learner.shards";

    /** What the networks learn on. */
    public static final String DEVICE = "learner.device";

    /** Copies the keys. */
    public ConfigDraft {
        open = Set.copyOf(open);
    }

    /**
     * Whether a value may be chosen.
     *
     * @param key dotted
     * @return false if it was given
     */
    public boolean isOpen(String key) {
        return open.contains(key);
    }

    @Override
    public String toString() {
        return "open: " + new TreeSet<>(open);
    }
}
