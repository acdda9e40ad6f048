package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveCatalog;
import io.github.gdxagents.training.config.ObjectiveDeclaration;

/**
 * Finds objectives by name.
 *
 * <p>Thread safety: stateless.
 */
final class Objectives {
    private Objectives() {}

    /**
     * Gives an objective.
     *
     * @param name as the configuration has it
     * @throws IllegalArgumentException if none of that name is on the class path
     */
    static Objective named(String name) {
        ObjectiveDeclaration declaration = ObjectiveCatalog.find(name)
                .orElseThrow(() -> new IllegalArgumentException("ppo.objective: there is none of name '" + name
                        + "' on the class path; is the jar that has it missing, or its file in META-INF/services?"));
        if (declaration instanceof Objective objective) {
            return objective;
        }
        throw new IllegalArgumentException(
                "ppo.objective: " + declaration.getClass().getName() + " declares '" + name
                        + "', but does not implement " + Objective.class.getName() + "; let it");
    }
}
