package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.ObservationNormalizer;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Advantages;
import io.github.gdxagents.training.rollout.Reappraisal;
import io.github.gdxagents.training.rollout.RewardNormalizer;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.RunningMoments;
import io.github.gdxagents.training.rollout.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One behavior that is trained, with all that changes on the way: learner, normalizers, adapted settings, latest episodes. Read {@link
 * #improve} first.
 *
 * <p>Thread safety: none.
 */
final class Trainee implements AutoCloseable {
    private final PpoConfig ppo;
    private final NormalizationConfig normalization;
    private final ActorCritic networks;
    private final Learner learner;
    private final ReferencePolicy reference;
    private final WarmStartReport warmStart;
    private final Adaptation adaptation;
    private final RunningMoments observationMoments;
    private final RewardNormalizer rewardNormalizer;
    private final EpisodeWindow episodes = new EpisodeWindow();
    /** Null unless rollouts are collected by older policies. */
    private final Reappraisal reappraisal;
    /** What the next rollout is collected with; empty if with the policy as it is. */
    private float[] actingParameters = {};

    private double[] actingMoments = {};

    Trainee(TraineeParts parts) {
        ppo = parts.config().ppo();
        normalization = parts.config().normalization();
        networks = parts.networks();
        learner = parts.learner();
        reference = parts.reference();
        warmStart = parts.warmStart();
        adaptation = parts.adaptation();
        observationMoments = parts.observationMoments();
        rewardNormalizer = new RewardNormalizer(parts.slots(), ppo.discount());
        reappraisal = parts.config().learner().overlap() ? new Reappraisal(networks, parts.slots()) : null;
    }

    /**
     * Learns from a rollout: estimates advantages, then improves policy and value function in epochs of minibatches.
     *
     * <p>If an older policy collected it, the rollout is first seen with the policy as it is now. That is the one that the objective keeps
     * close to, and whose values the advantages come from; how often the older one took an action is made up for by the ratios.
     *
     * @param rollout rewards are normalized in place, advantages and returns are set; with overlap all that policies say is, too
     * @param steps decisions of all slots before this iteration
     * @param random shuffles
     * @return the figures of this behavior
     * @throws TrainingFault if learning yields numbers that are not finite
     * @throws io.github.gdxagents.training.rollout.PolicyFault if the networks do when they see an older policy's rollout
     */
    Map<Metric, Double> improve(Rollout rollout, long steps, RandomStream random) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        UpdateSettings settings = adaptation.settings(steps);
        if (rollout.size() > 0) { // all agents of this behavior may have waited
            if (normalization.rewards()) {
                rewardNormalizer.normalize(rollout);
            }
            float[] ratios = reappraisal == null ? null : reappraisal.apply(rollout, weights());
            Advantages.estimate(rollout, ppo.discount(), ppo.gaeLambda());
            LearnerReport report = learn(rollout, ratios, settings, random);
            Diagnostics.report(report, rollout, metrics);
            if (reference != null) {
                metrics.put(Metric.REFERENCE_KL, report.movement().referenceKl());
            }
        }
        episodes.report(metrics);
        Diagnostics.report(settings, networks, metrics);
        return metrics;
    }

    private LearnerReport learn(Rollout rollout, float[] ratios, UpdateSettings settings, RandomStream random) {
        try {
            Samples samples = Samples.of(rollout, learner.layout(), context(rollout, ratios));
            LearnerReport report = learner.learn(samples, ppo.epochs(), ppo.minibatchSize(), settings, random);
            requireFinite(report.movement());
            adaptation.measured(report.movement());
            adopt(rollout);
            return report;
        } catch (TrainingFault fault) {
            String advice = RolloutExtremes.of(rollout).advice(normalization);
            throw new TrainingFault(fault.getMessage() + ". " + advice, fault);
        }
    }

    private CollectionContext context(Rollout rollout, float[] ratios) {
        return new CollectionContext(
                normalizer(),
                networks.logStandardDeviation().clone(),
                reference == null ? null : reference.outputs(rollout),
                ratios,
                normalization.advantages() == AdvantageNormalization.ITERATION
                        ? AdvantageScale.of(rollout)
                        : AdvantageScale.NONE);
    }

    /** Takes over what the learner found, and what the rollout says of the observations, for the next iteration. */
    private void adopt(Rollout rollout) {
        float[] parameters = learner.parameters();
        requireFinite(parameters);
        networks.setParameters(parameters);
        if (normalization.observations()) {
            observationMoments.add(rollout.observations, rollout.rows());
        }
    }

    private void requireFinite(Movement movement) {
        List<String> faults = movement.notFinite();
        if (!faults.isEmpty()) {
            throw new TrainingFault("behavior '" + behavior().name() + "': after " + learner.updates() + " updates "
                    + String.join(", ", faults) + ", expected finite numbers");
        }
    }

    private void requireFinite(float[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new TrainingFault("behavior '" + behavior().name() + "': after " + learner.updates()
                        + " updates weight " + i + " of " + parameters.length + " is " + parameters[i]
                        + ", expected a finite number");
            }
        }
    }

    BehaviorSpec behavior() {
        return networks.behavior();
    }

    /** What the policy began with; empty if with random numbers. */
    Optional<WarmStartReport> warmStart() {
        return Optional.ofNullable(warmStart);
    }

    ActorCritic networks() {
        return networks;
    }

    EpisodeWindow episodes() {
        return episodes;
    }

    Weights weights() {
        return new Weights(networks.parameters(), normalizer());
    }

    /** What the next rollout is collected with: the policy as it is, or as it was when it was held. */
    Weights actingWeights() {
        if (actingParameters.length == 0) {
            return weights();
        }
        RunningMoments moments = new RunningMoments(behavior().observation().size());
        moments.restore(actingMoments);
        return new Weights(actingParameters, normalizer(moments));
    }

    /** The next rollout is collected with the policy as it is now, whatever it learns before. */
    void holdActing() {
        actingParameters = networks.parameters();
        actingMoments = observationMoments.save();
    }

    ObservationNormalizer normalizer() {
        return normalizer(observationMoments);
    }

    private ObservationNormalizer normalizer(RunningMoments moments) {
        return normalization.observations()
                ? ObservationNormalizer.of(moments.mean(), moments.variance())
                : ObservationNormalizer.identity(
                        networks.behavior().observation().size());
    }

    LearnerState state() {
        return new LearnerState(
                behavior().name(),
                networks.parameters(),
                learner.firstMoments(),
                learner.secondMoments(),
                learner.updates(),
                observationMoments.save(),
                rewardNormalizer.save(),
                episodes.save(),
                adaptation.save(),
                reference == null ? LearnerState.NO_REFERENCE : reference.fingerprint(),
                reference == null ? new float[0] : reference.save(),
                actingParameters.clone(),
                actingMoments.clone());
    }

    /**
     * Checks that a state is of such networks and settings.
     *
     * @throws IllegalArgumentException if it isn't
     */
    void requireFit(LearnerState state) {
        if (state.parameters().length != networks.parameterCount()) {
            throw new IllegalArgumentException("behavior '" + behavior().name() + "': " + state.parameters().length
                    + " parameters were saved, but the networks have " + networks.parameterCount()
                    + "; the settings of the network must be those it was trained with");
        }
        requireActing(state.actingParameters().length, networks.parameterCount(), "parameters");
        requireActing(state.actingMoments().length, observationMoments.save().length, "moments of the observations");
        long here = reference == null ? LearnerState.NO_REFERENCE : reference.fingerprint();
        if (state.reference() != here) {
            throw new IllegalArgumentException("behavior '" + behavior().name() + "': the run was saved with "
                    + (state.reference() == LearnerState.NO_REFERENCE ? "no" : "another")
                    + " reference policy; resume with ppo.reference.policies and the files as they were");
        }
    }

    private void requireActing(int saved, int here, String what) {
        if (saved != 0 && saved != here) {
            throw new IllegalArgumentException("behavior '" + behavior().name() + "': " + saved + " " + what
                    + " of the policy that acted were saved, expected " + here
                    + " or none; the checkpoint is not one of this run, resume from another");
        }
    }

    void restore(LearnerState state) {
        networks.setParameters(state.parameters());
        learner.restore(state.parameters(), state.firstMoments(), state.secondMoments(), state.updates());
        observationMoments.restore(state.observationMoments());
        rewardNormalizer.restore(state.rewardMoments());
        episodes.restore(state.episodes());
        adaptation.restore(state.adaptation());
        boolean isHeld = reappraisal != null; // else overlap was switched off meanwhile: the policy as it is collects
        actingParameters = isHeld ? state.actingParameters().clone() : new float[0];
        actingMoments = isHeld ? state.actingMoments().clone() : new double[0];
        if (reference != null) {
            reference.restore(state.referenceMemories());
        }
    }

    /** Halves the learning rate from now on. */
    void backOff() {
        adaptation.backOff();
    }

    @Override
    public void close() {
        learner.close();
    }
}
