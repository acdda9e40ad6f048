package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be equal for training to begin with a policy: actions, decision period, layers, and whether observations are normalized.
 * Observations may differ, as long as one is left: {@link WarmStart} matches them by name.
 *
 * <p>Thread safety: immutable.
 *
 * @param config of the run
 */
record WarmStartRequirements(TrainingConfig config) implements GivenPolicies.Use {
    @Override
    public List<String> faults(PolicyModel policy, BehaviorSpec game) {
        List<String> faults = new ArrayList<>();
        requireCommonObservation(policy.behavior(), game, faults);
        faults.addAll(PolicyFit.differences(policy.behavior(), withObservation(game, policy.behavior())));
        requireLayers(policy, faults);
        requireNormalization(policy, faults);
        return faults;
    }

    private static void requireCommonObservation(BehaviorSpec policy, BehaviorSpec game, List<String> faults) {
        List<String> known = policy.observation().names();
        List<String> seen = game.observation().names();
        if (seen.stream().noneMatch(known::contains)) {
            faults.add("observation: policy has " + known + ", game has " + seen
                    + "; at least one must have the same name");
        }
    }

    private static BehaviorSpec withObservation(BehaviorSpec game, BehaviorSpec policy) {
        return BehaviorSpec.builder(game.name())
                .observation(policy.observation())
                .action(game.action())
                .decisionPeriod(game.decisionPeriod())
                .build();
    }

    /** Compares with what the configuration would make of the policy's own observations. */
    private void requireLayers(PolicyModel policy, List<String> faults) {
        String given = policy.network().layers().toString();
        String wanted = new ActorCritic(policy.behavior(), config.network())
                .actor()
                .layers()
                .toString();
        if (!given.equals(wanted)) {
            faults.add("network: policy has the layers " + given + ", the configuration asks for " + wanted
                    + "; set network.hidden, network.activation and network.memory to those of the policy");
        }
    }

    private void requireNormalization(PolicyModel policy, List<String> faults) {
        boolean wasNormalized = !policy.normalizer().isIdentity();
        boolean isNormalized = config.normalization().observations();
        if (wasNormalized != isNormalized) {
            faults.add("normalization.observations: policy was trained with " + wasNormalized
                    + ", the configuration has " + isNormalized + "; set it to " + wasNormalized);
        }
    }
}
