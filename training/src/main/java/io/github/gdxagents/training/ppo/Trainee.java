package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.RewardNormalizer;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.RunningMoments;
import io.github.gdxagents.training.rollout.Weights;

/**
 * All that changes while one behavior is trained: its learner, its normalizers and its latest episodes.
 *
 * <p>Thread safety: none.
 */
final class Trainee implements AutoCloseable {
    private final ActorCritic networks;
    private final Learner learner;
    private final NormalizationConfig normalization;
    private final RunningMoments observationMoments;
    private final RewardNormalizer rewardNormalizer;
    private final EpisodeWindow episodes = new EpisodeWindow();

    Trainee(
            ActorCritic networks,
            Learner learner,
            NormalizationConfig normalization,
            RewardNormalizer rewardNormalizer) {
        this.networks = networks;
        this.learner = learner;
        this.normalization = normalization;
        this.rewardNormalizer = rewardNormalizer;
        observationMoments =
                new RunningMoments(networks.behavior().observation().size());
    }

    BehaviorSpec behavior() {
        return networks.behavior();
    }

    ActorCritic networks() {
        return networks;
    }

    Learner learner() {
        return learner;
    }

    EpisodeWindow episodes() {
        return episodes;
    }

    Weights weights() {
        return new Weights(networks.parameters(), normalizer());
    }

    ObservationNormalizer normalizer() {
        return normalization.observations()
                ? ObservationNormalizer.of(observationMoments.mean(), observationMoments.variance())
                : ObservationNormalizer.identity(
                        networks.behavior().observation().size());
    }

    void normalizeRewards(Rollout rollout) {
        if (normalization.rewards()) {
            rewardNormalizer.normalize(rollout);
        }
    }

    /** Takes over what the learner found, and what the rollout says of the observations, for the next iteration. */
    void adopt(Rollout rollout) {
        networks.setParameters(learner.parameters());
        if (normalization.observations()) {
            observationMoments.add(rollout.observations, rollout.rows());
        }
    }

    LearnerState state() {
        return new LearnerState(
                behavior().name(),
                learner.parameters(),
                learner.firstMoments(),
                learner.secondMoments(),
                learner.updates(),
                observationMoments.save(),
                rewardNormalizer.save(),
                episodes.total());
    }

    void restore(LearnerState state) {
        learner.restore(state.parameters(), state.firstMoments(), state.secondMoments(), state.updates());
        networks.setParameters(state.parameters());
        observationMoments.restore(state.observationMoments());
        rewardNormalizer.restore(state.rewardMoments());
        episodes.restore(state.episodes());
    }

    @Override
    public void close() {
        learner.close();
    }
}
