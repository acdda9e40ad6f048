package io.github.gdxagents.training.config;

import java.util.List;

/**
 * Fixed policies that the trained ones stay close to.
 *
 * @param policies files, at most one for each behavior; empty for none
 * @param coefficient weight of KL(policy || reference) in the loss, not negative
 */
public record ReferenceConfig(
        @Key("files of fixed policies to stay close to, one for each behavior")
        List<String> policies,

        @Key("weight of the KL to them in the loss") Schedule coefficient) {
    /** Checks the values; a {@link ConfigException} lists all that are impossible. */
    public ReferenceConfig {
        policies = List.copyOf(policies);
        Faults faults = new Faults();
        faults.paths("ppo.reference.policies", policies);
        faults.notNegative("ppo.reference.coefficient", coefficient);
        faults.throwIfAny();
    }

    /** Changes single values. */
    public interface Builder extends ConfigBuilder<ReferenceConfig> {
        Builder policies(List<String> policies);

        Builder coefficient(Schedule coefficient);

        default Builder coefficient(double constant) {
            return coefficient(Schedule.constant(constant));
        }
    }
}
