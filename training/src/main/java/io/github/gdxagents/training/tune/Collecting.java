package io.github.gdxagents.training.tune;

import io.github.gdxagents.training.config.RolloutConfig;

/**
 * A way to collect experience.
 *
 * <p>Thread safety: immutable.
 *
 * @param threads at least 1
 * @param crowd the instances
 */
record Collecting(int threads, Crowd crowd) {
    Collecting with(int otherThreads) {
        return new Collecting(otherThreads, crowd);
    }

    Collecting with(Crowd other) {
        return new Collecting(threads, other);
    }

    RolloutConfig config() {
        return new RolloutConfig(crowd.instances(), crowd.horizon(), threads);
    }

    @Override
    public String toString() {
        return Words.count(threads, "thread") + ", " + Words.count(crowd.instances(), "instance");
    }
}
