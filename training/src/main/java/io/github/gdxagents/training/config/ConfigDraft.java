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

    /**
     * Chooses as was done before: a run that goes on keeps its ways, whatever would be sensible for a new one.
     *
     * @param begun complete
     * @return this configuration, with the other's values of what is open
     * @throws ConfigException if they don't go together
     */
    public TrainingConfig choosingAs(TrainingConfig begun) {
        RolloutConfig rollout = config.rollout();
        RolloutConfig before = begun.rollout();
        LearnerConfig learner = config.learner();
        return config.with(
                new RolloutConfig(
                        isOpen(INSTANCES) ? before.instances() : rollout.instances(),
                        isOpen(HORIZON) ? before.horizon() : rollout.horizon(),
                        isOpen(THREADS) ? before.threads() : rollout.threads()),
                learner.with(
                        isOpen(DEVICE) ? begun.learner().device() : learner.device(),
                        isOpen(SHARDS) ? begun.learner().shards() : learner.shards()));
    }

    @Override
    public String toString() {
        return "open: " + new TreeSet<>(open);
    }
}
