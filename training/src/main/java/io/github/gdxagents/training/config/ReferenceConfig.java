package io.github.gdxagents.training.config;

import java.util.List;

/**
 * Fixed policies that the trained ones stay close to.
 *
 * @param policies files, at most one for each behavior; empty for none
 * @param place where it counts
 * @param coefficient weight of KL(policy || reference), not negative; where it begins if there is a target
 * @param targetKl mean KL to the reference that the weight is adapted to, or 0 for the schedule alone
 */
public record ReferenceConfig(
        @Key("files of fixed policies to stay close to, one for each behavior")
        List<String> policies,

        @Key("of the KL to them: loss, or reward of each decision, so that it enters the advantages")
        Place place,

        @Key("weight of the KL to them; where it begins if there is a target")
        Schedule coefficient,

        @Key("mean KL to them that the weight is adapted to, 0 = not adapted")
        double targetKl) {
    public ReferenceConfig {
        policies = List.copyOf(policies);
        new Faults()
                .require(
                        targetKl == 0 || !policies.isEmpty(),
                        "ppo.reference.targetKl",
                        "0 without ppo.reference.policies",
                        targetKl)
                .paths("ppo.reference.policies", policies)
                .notNegative("ppo.reference.coefficient", coefficient)
                .notNegative("ppo.reference.targetKl", targetKl)
                .throwIfAny();
    }

    /** Where the distance to a reference policy counts. */
    public enum Place {
        /** As a term of the loss: each decision answers for its own distance, which has its gradient. */
        LOSS,
        /** Subtracted from the rewards before advantages are estimated: a decision answers for the distance that follows it, too. */
        REWARD
    }

    public interface Builder extends ConfigBuilder<ReferenceConfig> {
        Builder policies(List<String> policies);

        Builder place(Place place);

        Builder targetKl(double targetKl);

        Builder coefficient(Schedule coefficient);

        default Builder coefficient(double constant) {
            return coefficient(Schedule.constant(constant));
        }
    }
}
