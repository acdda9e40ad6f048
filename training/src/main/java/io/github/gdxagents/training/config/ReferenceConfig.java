package io.github.gdxagents.training.config;

import java.util.List;

/**
 * Fixed policies that the trained ones stay close to.
 *
 * @param policies files, at most one for each behavior; empty for none
 * @param coefficient weight of KL(policy || reference) in the loss, not negative
 */
public record ReferenceConfig(
        @Meaning("files of fixed policies to stay close to, one for each behavior")
        List<String> policies,

        @Meaning("weight of the KL to them in the loss") Schedule coefficient) {
    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public ReferenceConfig {
        policies = List.copyOf(policies);
        Faults faults = new Faults();
        faults.require(
                policies.stream().noneMatch(String::isBlank), "ppo.reference.policies", "paths of files", policies);
        faults.notNegative("ppo.reference.coefficient", coefficient);
        faults.throwIfAny();
    }
}
