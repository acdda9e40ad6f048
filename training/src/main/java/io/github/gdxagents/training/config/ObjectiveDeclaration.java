package io.github.gdxagents.training.config;

import java.util.List;

/**
 * What the configuration knows of an objective: its name and options.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}: they are public, have a public constructor without parameters and are
 * named in {@code META-INF/services/io.github.gdxagents.training.config.ObjectiveDeclaration}. Nothing else has to know of them.
 *
 * <p>Thread safety: implementations are stateless.
 */
public interface ObjectiveDeclaration {
    /**
     * Its name in the configuration.
     *
     * @return lower case words with hyphens, unique on the class path
     */
    String name();

    /**
     * What can be set.
     *
     * @return in the order in which a configuration lists them; possibly empty
     */
    List<ObjectiveOption> options();

    /**
     * What of a configuration it can't work with.
     *
     * @param config complete and, taken by itself, valid
     * @return dotted keys with problem and remedy; empty if it can
     */
    default List<ConfigFault> faults(TrainingConfig config) {
        return List.of();
    }
}
