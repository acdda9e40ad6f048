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
    public static final String THREADS = "rollout.threads";
    public static final String INSTANCES = "rollout.instances";
    public static final String HORIZON = "rollout.horizon";
    public static final String SHARDS = "learner.shards";
    public static final String DEVICE = "learner.device";

    public ConfigDraft {
        open = Set.copyOf(open);
    }

    /** Whether the value of a dotted key may be chosen, because it was not given. */
    public boolean isOpen(String key) {
        return open.contains(key);
    }

    /**
     * Takes what is open from the configuration of a run that goes on: it keeps its ways, whatever would be sensible for a new one.
     *
     * @throws ConfigException if they don't go together
     */
    public TrainingConfig choosingAs(TrainingConfig begun) {
        RolloutConfig rollout = config.rollout();
        LearnerConfig learner = config.learner();
        return config.with(
                new RolloutConfig(
                        isOpen(INSTANCES) ? begun.rollout().instances() : rollout.instances(),
                        isOpen(HORIZON) ? begun.rollout().horizon() : rollout.horizon(),
                        isOpen(THREADS) ? begun.rollout().threads() : rollout.threads()),
                learner.with(
                        isOpen(DEVICE) ? begun.learner().device() : learner.device(),
                        isOpen(SHARDS) ? begun.learner().shards() : learner.shards()));
    }

    @Override
    public String toString() {
        return "open: " + new TreeSet<>(open);
    }
}
