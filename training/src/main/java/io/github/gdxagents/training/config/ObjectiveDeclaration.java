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
    /** Its name in the configuration: lower case words with hyphens, unique on the class path. */
    String name();

    /** What can be set, in the order in which a configuration lists it. */
    List<ObjectiveOption> options();

    /** What of a configuration, which is valid taken by itself, it can't work with: dotted keys with problem and remedy. */
    default List<ConfigFault> faults(TrainingConfig config) {
        return List.of();
    }
}
