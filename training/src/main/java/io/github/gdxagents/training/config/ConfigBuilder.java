package io.github.gdxagents.training.config;

/**
 * Makes a configuration, or a group of it, of another one by changing single values.
 *
 * <p>Every group declares an interface of this kind with one line a key: a method of the key's name takes its value and returns the
 * builder; if the key is a group itself, another takes what changes that group's builder. There is nothing to implement: all of them
 * work alike, see {@code BuilderProxy}.
 *
 * <pre>{@code
 * TrainingConfig config = TrainingConfig.builder("lander")
 *         .ppo(ppo -> ppo.epochs(4).minibatchSize(256))
 *         .rollout(rollout -> rollout.instances(8))
 *         .build();
 * }</pre>
 *
 * @param <R> what is made
 */
public interface ConfigBuilder<R> {
    /**
     * Checks everything; the builder may be used again.
     *
     * @throws ConfigException with all faults, also those of the groups within
     */
    R build();
}
