package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.RunningMoments;
import java.util.List;

/**
 * What a {@link Trainee} is put together from, as the configuration says.
 *
 * @param config of the run
 * @param slots number of slots, N
 * @param networks with the parameters that training begins with
 * @param warmStart what the policy begins with, or null if with random numbers
 * @param observationMoments of the observations so far
 * @param reference the policy to stay close to, or null
 * @param adaptation of the settings
 * @param learner of these networks
 */
record TraineeParts(
        TrainingConfig config,
        int slots,
        ActorCritic networks,
        WarmStartReport warmStart,
        RunningMoments observationMoments,
        ReferencePolicy reference,
        Adaptation adaptation,
        Learner learner) {
    /** Makes the parts of each behavior. */
    static final class Factory {
        private final TrainingConfig config;
        private final Objective objective;
        private final GivenPolicies initial;
        private final GivenPolicies references;
        private final Computing computing;

        /**
         * Reads the policy files that the configuration names.
         *
         * @param config of the run
         * @param behaviors of the game
         * @param computing what computes the learning
         * @throws IllegalArgumentException if a file can't be read or doesn't fit
         */
        Factory(TrainingConfig config, List<BehaviorSpec> behaviors, Computing computing) {
            this.config = config;
            this.computing = computing;
            objective = Objectives.named(config.ppo().objective().name());
            initial = GivenPolicies.read(
                    "network.initialPolicies",
                    config.network().initialPolicies(),
                    behaviors,
                    new WarmStartRequirements(config));
            references = GivenPolicies.read(
                    "ppo.reference.policies",
                    config.ppo().reference().policies(),
                    behaviors,
                    (policy, behavior) -> PolicyFit.differences(policy.behavior(), behavior));
        }

        /**
         * Makes the parts of one behavior.
         *
         * @param behavior what is observed and done
         * @param slots number of slots, N
         * @param random where the parameters come from
         */
        TraineeParts make(BehaviorSpec behavior, int slots, RandomStream random) {
            ActorCritic networks = new ActorCritic(behavior, config.network());
            Initialization.apply(networks, config.network().initialLogStandardDeviation(), random);
            RunningMoments moments = new RunningMoments(behavior.observation().size());
            WarmStartReport warmStart = initial.of(behavior)
                    .map(policy -> WarmStart.apply(policy, networks, moments))
                    .orElse(null);
            ReferencePolicy reference = references
                    .of(behavior)
                    .map(policy -> new ReferencePolicy(policy.model(), slots))
                    .orElse(null);
            SampleLayout.of(networks, reference != null)
                    .requireFit(config.rollout().horizon(), slots);
            LearnerSettings settings =
                    LearnerSettings.of(config, objective, reference == null ? null : reference.deviations());
            return new TraineeParts(
                    config,
                    slots,
                    networks,
                    warmStart,
                    moments,
                    reference,
                    new Adaptation(config.ppo(), objective),
                    new Learner(networks, settings, computing));
        }
    }
}
