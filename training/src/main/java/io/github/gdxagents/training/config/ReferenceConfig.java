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
    public ReferenceConfig {
        policies = List.copyOf(policies);
        new Faults()
                .paths("ppo.reference.policies", policies)
                .notNegative("ppo.reference.coefficient", coefficient)
                .throwIfAny();
    }

    public interface Builder extends ConfigBuilder<ReferenceConfig> {
        Builder policies(List<String> policies);

        Builder coefficient(Schedule coefficient);

        default Builder coefficient(double constant) {
            return coefficient(Schedule.constant(constant));
        }
    }
}
