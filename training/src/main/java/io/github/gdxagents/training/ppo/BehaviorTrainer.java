package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.NormalizationConfig;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.ReferenceConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.ObservationMoments;
import io.github.gdxagents.training.rollout.Reappraisal;
import io.github.gdxagents.training.rollout.RewardNormalizer;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Trains one behavior: its networks, normalizers, adapted coefficients and latest episodes. Read {@link #improve} first. */
final class BehaviorTrainer implements AutoCloseable {
    private final PpoConfig ppo;
    private final NormalizationConfig normalization;
    private final ActorCritic networks;
    private final Learner learner;
    private final ReferencePolicy reference;
    private final Adaptation adaptation;
    private final ObservationMoments observationMoments;
    private final RewardNormalizer rewardNormalizer;
    private final EpisodeWindow episodes;
    private final Reappraisal reappraisal;
    /** Whether rollouts are collected by older policies. */
    private final boolean overlaps;
    /** What the next rollout is collected with; null if with the policy as it is. */
    private Weights acting;

    private double[] actingMoments = {};

    /**
     * Begins with networks and moments of the observations as they are, to stay close to a reference policy unless that is null.
     * The learner of the networks is closed with this.
     */
    BehaviorTrainer(
            TrainingConfig config,
            int slots,
            ActorCritic networks,
            ObservationMoments observationMoments,
            ReferencePolicy reference,
            Learner learner) {
        ppo = config.ppo();
        normalization = config.normalization();
        this.networks = networks;
        episodes = new EpisodeWindow(networks.behavior());
        this.observationMoments = observationMoments;
        this.reference = reference;
        this.learner = learner;
        adaptation = new Adaptation(ppo, learner.objective());
        rewardNormalizer = new RewardNormalizer(slots, ppo.discount());
        reappraisal = new Reappraisal(networks, slots);
        overlaps = config.learner().overlap();
    }

    /**
     * Learns from a rollout: estimates advantages, improves policy and value function in epochs of minibatches, measures.
     *
     * @param rollout rewards are normalized, and pay for the distance to the reference, as configured; advantages and returns are set. All
     *     that policies say is set anew with overlap, and in the first iteration, once it is known how observations are normalized; else
     *     what they say of decisions of earlier iterations
     * @param steps decisions of all slots before this iteration
     * @param random shuffles
     * @return the figures of this behavior
     * @throws TrainingFault if learning yields numbers that are not finite
     * @throws io.github.gdxagents.training.rollout.PolicyFault if the networks do when they see an older policy's rollout
     */
    Map<Metric, Double> improve(Rollout rollout, long steps, RandomStream random) {
        adaptation.adapt(steps);
        Coefficients coefficients = adaptation.coefficients(steps);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        if (rollout.size() > 0) { // all agents of this behavior may have waited
            if (normalization.rewards()) {
                rewardNormalizer.normalize(rollout);
            }
            boolean isFirst = normalization.observations() && observationMoments.isEmpty();
            float[] ratios = reappraise(rollout, isFirst);
            float[] referenceOutputs = reference == null ? null : reference.outputs(rollout);
            if (reference != null && ppo.reference().place() == ReferenceConfig.Place.REWARD) {
                reference.penalize(rollout, referenceOutputs, coefficients.get(Coefficient.REFERENCE));
            }
            Advantages.estimate(rollout, ppo);
            Samples samples = Samples.of(learner.layout(), source(rollout, referenceOutputs), ratios);
            try {
                learner.upload(samples);
                double trustRegionStep = learner.stepInTrustRegion(coefficients);
                List<Update> updates = learn(learner, samples, ppo.epochs(), ppo.minibatchSize(), coefficients, random);
                Figures figures = learner.measure(coefficients);
                adopt(figures);
                if (normalization.observations() && !isFirst) {
                    observationMoments.add(rollout.observations, rollout.rows());
                }
                Diagnostics.report(updates, figures, reference != null, rollout, metrics);
                metrics.put(Metric.TRUST_REGION_STEP, trustRegionStep);
            } catch (TrainingFault fault) {
                double distance = reference == null ? 0 : coefficients.get(Coefficient.REFERENCE);
                String advice = RolloutExtremes.of(rollout).advice(normalization, distance);
                throw new TrainingFault(fault.getMessage() + ". " + advice, fault);
            }
        }
        episodes.report(metrics);
        Diagnostics.report(coefficients, networks, metrics);
        if (reference != null) {
            metrics.put(Metric.REFERENCE_COEFFICIENT, coefficients.get(Coefficient.REFERENCE));
        }
        return metrics;
    }

    /**
     * Goes through the learner's samples in epochs of shuffled minibatches, with a gradient step for each, until the policy is too far from
     * the old one. Gives what the steps did, in order; only the last may not have been applied.
     */
    static List<Update> learn(
            Learner learner,
            Samples samples,
            int epochs,
            int minibatchSize,
            Coefficients coefficients,
            RandomStream random) {
        int sequencesAtOnce =
                Math.max(1, minibatchSize / learner.layout().sequences().length());
        Minibatches minibatches = new Minibatches(samples.count(), sequencesAtOnce);
        List<Update> updates = new ArrayList<>();
        for (int epoch = 0; epoch < learner.objective().epochs(epochs); epoch++) {
            minibatches.shuffle(random);
            for (int i = 0; i < minibatches.count(); i++) {
                Update update = learner.step(minibatches.get(i), coefficients);
                updates.add(update);
                if (!update.isApplied()) { // the minibatch's KL is above the target
                    return updates;
                }
            }
        }
        return updates;
    }

    /**
     * If an older policy collected the rollout, it is first seen with the policy as it is now. That is the one that the objective keeps
     * close to, and whose values the advantages come from; how often the older one took an action is made up for by the ratios.
     *
     * <p>Likewise decisions of earlier iterations whose rewards came late: by then the policy has moved, and what it has moved is not to
     * count as this iteration's.
     *
     * <p>Likewise the first rollout, which says how observations are to be normalized: else an iteration would be learned with another
     * normalizer than the next one is collected with.
     */
    private float[] reappraise(Rollout rollout, boolean isFirst) {
        if (isFirst) {
            observationMoments.add(rollout.observations, rollout.rows());
        }
        return isFirst || overlaps
                ? reappraisal.apply(rollout, weights())
                : reappraisal.applyToCarried(rollout, weights());
    }

    private MinibatchLayout.Source source(Rollout rollout, float[] referenceOutputs) {
        return new MinibatchLayout.Source(
                rollout,
                normalizer(observationMoments),
                networks.logStandardDeviation().clone(),
                referenceOutputs,
                normalization.advantages() == AdvantageNormalization.ITERATION
                        ? Samples.AdvantageScale.of(rollout)
                        : Samples.AdvantageScale.NONE);
    }

    /** Takes over what was learned. */
    private void adopt(Figures figures) {
        List<String> faults = figures.notFinite(Figure.KL, Figure.REFERENCE_KL, Figure.ENTROPY);
        if (!faults.isEmpty()) {
            throw fault(String.join(", ", faults) + ", expected finite numbers");
        }
        float[] parameters = learner.parameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw fault("weight " + i + " of " + parameters.length + " is " + parameters[i]
                        + ", expected a finite number");
            }
        }
        networks.setParameters(parameters);
        adaptation.measured(figures.get(Figure.KL), figures.get(Figure.REFERENCE_KL));
    }

    private TrainingFault fault(String what) {
        return new TrainingFault(
                "behavior '" + behavior().name() + "': after " + learner.updates() + " updates " + what);
    }

    BehaviorSpec behavior() {
        return networks.behavior();
    }

    /** The policy as it is, which shares nothing with the trainer. */
    PolicyModel.Builder policy() {
        return PolicyModel.builder(behavior(), networks.actor().copy())
                .normalizer(normalizer(observationMoments))
                .logStandardDeviation(networks.logStandardDeviation());
    }

    EpisodeWindow episodes() {
        return episodes;
    }

    /** The policy as it is. */
    Weights weights() {
        return new Weights(networks.parameters(), normalizer(observationMoments));
    }

    /** What the next rollout is collected with: the policy as it is, or as it was when it was held. */
    Weights actingWeights() {
        return acting == null ? weights() : acting;
    }

    /** The next rollout is collected with the policy as it is now, whatever it learns before. */
    void holdActing() {
        hold(networks.parameters(), observationMoments.save());
    }

    private void hold(float[] parameters, double[] moments) {
        ObservationMoments held = new ObservationMoments(networks);
        held.restore(moments);
        acting = new Weights(parameters, normalizer(held));
        actingMoments = moments;
    }

    private ObservationNormalizer normalizer(ObservationMoments moments) {
        return normalization.observations()
                ? moments.normalizer()
                : ObservationNormalizer.identity(behavior().observation().size());
    }

    /** Halves the learning rate from now on. */
    void backOff() {
        adaptation.backOff();
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
                acting == null ? new float[0] : acting.parameters().clone(),
                actingMoments.clone());
    }

    /** Throws an exception unless a state is of such networks and settings. */
    void requireFit(LearnerState state) {
        state.requireFit(
                networks.parameterCount(),
                observationMoments.save().length,
                reference == null ? LearnerState.NO_REFERENCE : reference.fingerprint());
    }

    void restore(LearnerState state) {
        networks.setParameters(state.parameters());
        learner.restore(state.parameters(), state.firstMoments(), state.secondMoments(), state.updates());
        observationMoments.restore(state.observationMoments());
        rewardNormalizer.restore(state.rewardMoments());
        episodes.restore(state.episodes());
        adaptation.restore(state.adaptation());
        if (reference != null) {
            reference.restore(state.referenceMemories());
        }
        acting = null;
        actingMoments = new double[0];
        if (overlaps && state.actingParameters().length > 0) {
            hold(state.actingParameters().clone(), state.actingMoments().clone());
        }
    }

    @Override
    public void close() {
        learner.close();
    }
}
