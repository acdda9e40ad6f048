package io.github.gdxagents.training.config;

import java.util.Set;
import java.util.TreeSet;

/**
 * A configuration some of whose values may still be chosen, because they were given as {@code auto}.
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

    /**
     * Chooses as was done before: a run that goes on keeps its ways, whatever would be sensible for a new one.
     *
     * @param begun complete
     * @return this configuration, with the other's values of what is open
     * @throws ConfigException if they don't go together
     */
    public TrainingConfig choosingAs(TrainingConfig begun) {
        TrainingConfig.Builder chosen = config.toBuilder();
        choose(
                INSTANCES,
                () -> chosen.rollout(now -> now.instances(begun.rollout().instances())));
        choose(HORIZON, () -> chosen.rollout(now -> now.horizon(begun.rollout().horizon())));
        choose(THREADS, () -> chosen.rollout(now -> now.threads(begun.rollout().threads())));
        choose(DEVICE, () -> chosen.learner(now -> now.device(begun.learner().device())));
        choose(SHARDS, () -> chosen.learner(now -> now.shards(begun.learner().shards())));
        return chosen.build();
    }

    private void choose(String key, Runnable choice) {
        if (isOpen(key)) {
            choice.run();
        }
    }

    @Override
    public String toString() {
        return "open: " + new TreeSet<>(open);
    }
}
