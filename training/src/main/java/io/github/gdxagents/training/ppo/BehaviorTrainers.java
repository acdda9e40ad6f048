package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.concurrent.Failures;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.initial.GivenPolicies;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.initial.PolicyRoom;
import io.github.gdxagents.training.initial.WarmStart;
import io.github.gdxagents.training.initial.WarmStartReport;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkSource;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.BehaviorSlots;
import io.github.gdxagents.training.rollout.GameFigure;
import io.github.gdxagents.training.rollout.ObservationMoments;
import io.github.gdxagents.training.tensor.DeviceInference;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trainers of all behaviors of a game: made together from the configuration, saved, restored and closed together.
 *
 * <p>All behaviors share the settings of the configuration. Where each gets its own, {@link #make} is the place that asks for them.
 */
final class BehaviorTrainers implements Iterable<BehaviorTrainer>, AutoCloseable {
    /** Keys that tell random streams of one seed apart; those of the instances are 0 and above. */
    private static final long INITIALIZATION_STREAM = -1;

    static final long SHUFFLE_STREAM = -2;
    private static final long GOLDEN_STREAM = -3;

    private final TrainingConfig config;
    private final LearningDevice device;
    private final List<BehaviorTrainer> trainers = new ArrayList<>();
    private final List<WarmStartReport> warmStarts = new ArrayList<>();

    /**
     * Makes a trainer for each behavior, and leaves none open if one fails.
     *
     * @throws io.github.gdxagents.training.config.ConfigException if a behavior's policy may be larger than any policy file
     * @throws IllegalArgumentException if a policy file that the configuration names can't be read or doesn't fit
     */
    BehaviorTrainers(TrainingConfig config, LearningDevice device, List<BehaviorSlots> groups) {
        this.config = config;
        this.device = device;
        List<BehaviorSpec> behaviors =
                groups.stream().map(BehaviorSlots::behavior).toList();
        PolicyRoom.require(behaviors, config.network());
        GivenPolicies initial = GivenPolicies.read(
                "network.initialPolicies",
                config.network().initialPolicies(),
                behaviors,
                (policy, behavior) -> WarmStart.misfits(policy, behavior, config));
        GivenPolicies references = GivenPolicies.read(
                "ppo.reference.policies",
                config.ppo().reference().policies(),
                behaviors,
                (policy, behavior) -> PolicyFit.differences(policy.behavior(), behavior));
        try {
            for (BehaviorSlots group : groups) {
                trainers.add(make(group, initial, references));
            }
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, trainers);
            throw failure;
        }
    }

    private BehaviorTrainer make(BehaviorSlots group, GivenPolicies initial, GivenPolicies references) {
        BehaviorSpec behavior = group.behavior();
        int slots = config.rollout().instances() * group.perInstance();
        if (slots * config.rollout().horizon() == 1
                && config.normalization().advantages() != AdvantageNormalization.NONE) {
            throw new IllegalArgumentException(
                    "behavior '" + behavior.name() + "': an iteration has a single decision, of which"
                            + " normalization.advantages makes the advantage 0, so that nothing is learned; raise rollout.horizon.");
        }
        ActorCritic networks = new ActorCritic(behavior, config.network());
        RandomStream random = RandomStream.of(config.seed(), INITIALIZATION_STREAM, trainers.size());
        Initialization.apply(networks, config.network().initialLogStandardDeviation(), random);
        ObservationMoments moments = new ObservationMoments(networks);
        initial.of(behavior).ifPresent(policy -> warmStarts.add(WarmStart.apply(policy, networks, moments)));
        ReferencePolicy reference = references
                .of(behavior)
                .map(policy -> new ReferencePolicy(policy.model(), slots))
                .orElse(null);
        MinibatchLayout.of(networks, reference != null)
                .requireFit(config.rollout().horizon(), slots);
        LearnerSettings settings = LearnerSettings.of(config, reference == null ? null : reference.deviations());
        Learner learner = new Learner(
                networks,
                settings,
                device,
                config.rollout().threadCount(),
                config.learner().shards());
        return new BehaviorTrainer(config, slots, networks, moments, reference, learner);
    }

    /** The networks that a run trains, and what runs them while it collects; they learn on a device. */
    static NetworkSource networks(TrainingConfig config, LearningDevice device) {
        return new NetworkSource() {
            @Override
            public ActorCritic networks(BehaviorSpec behavior) {
                return new ActorCritic(behavior, config.network());
            }

            @Override
            public Inference inference(ActorCritic networks, int slots) {
                return config.learner().inference() == InferenceDevice.DEVICE
                        ? new DeviceInference(
                                networks, slots, device, config.rollout().threadCount())
                        : Inference.inJava(networks);
            }
        };
    }

    @Override
    public Iterator<BehaviorTrainer> iterator() {
        return trainers.iterator();
    }

    /** What the policies of files were that training began with; none for a behavior that began with random numbers. */
    List<WarmStartReport> warmStarts() {
        return List.copyOf(warmStarts);
    }

    /** The policies as they are after so many decisions of all slots; they share nothing with the trainers. */
    List<PolicyModel> policies(long steps) {
        Provenance provenance = Provenance.builder()
                .game(config.game())
                .settings(config.middleSettings())
                .seed(config.seed())
                .steps(steps)
                .build();
        return trainers.stream()
                .map(trainer -> trainer.policy()
                        .provenance(provenance)
                        .goldenSamples(PolicyRoom.GOLDEN_SAMPLES, RandomStream.of(config.seed(), GOLDEN_STREAM))
                        .build())
                .toList();
    }

    /** What the next rollouts are collected with. */
    List<Weights> actingWeights() {
        return trainers.stream().map(BehaviorTrainer::actingWeights).toList();
    }

    /** By name, the means of what the game itself reports of the latest episodes. */
    Map<String, Map<GameFigure, Double>> gameFigures() {
        Map<String, Map<GameFigure, Double>> figures = new LinkedHashMap<>();
        forEach(behavior ->
                figures.put(behavior.behavior().name(), behavior.episodes().figures()));
        return figures;
    }

    List<LearnerState> state() {
        return trainers.stream().map(BehaviorTrainer::state).toList();
    }

    /** Throws an IllegalArgumentException unless a state is of such behaviors, networks and settings. */
    void requireFit(List<LearnerState> state) {
        List<String> saved = state.stream().map(LearnerState::behavior).toList();
        List<String> here =
                trainers.stream().map(trainer -> trainer.behavior().name()).toList();
        if (!saved.equals(here)) {
            throw new IllegalArgumentException("game '" + config.game() + "' has the behaviors " + here
                    + ", but the checkpoint has " + saved + "; resume with the game that the run began with");
        }
        for (int g = 0; g < trainers.size(); g++) {
            trainers.get(g).requireFit(state.get(g));
        }
    }

    void restore(List<LearnerState> state) {
        for (int g = 0; g < trainers.size(); g++) {
            trainers.get(g).restore(state.get(g));
        }
    }

    /** All of them, even where one fails; what fails first is thrown in the end, with what fails later suppressed in it. */
    @Override
    public void close() {
        Failures.closeAll(trainers);
    }
}
