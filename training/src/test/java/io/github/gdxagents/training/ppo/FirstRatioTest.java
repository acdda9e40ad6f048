package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.RolloutConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Weights;
import io.github.gdxagents.training.rollout.BehaviorSlots;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.RunningMoments;
import io.github.gdxagents.training.rollout.SimulationPool;
import io.github.gdxagents.training.rollout.TestNetworks;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the workers' plain Java did must look the same to TensorFlow: before the first update of an iteration every ratio is 1. */
@Tag("slow")
class FirstRatioTest {
    private static final double TOLERANCE = 1e-5;
    private static final int ITERATIONS = 8;

    static Stream<Named<SimulationFactory>> games() {
        return Stream.of(
                Named.of("discrete", new CorridorSimulation.Factory()),
                Named.of("continuous", new TargetSimulation.Factory()),
                Named.of("masked", new MaskedChoiceSimulation.Factory()),
                Named.of("hybrid, two behaviors", new SkirmishFactory()));
    }

    /** With one epoch of one minibatch, what an iteration reports was measured before its only update. */
    @ParameterizedTest
    @MethodSource("games")
    void everyRatioOfTheTrainerIsOneBeforeTheFirstUpdate(SimulationFactory game) {
        // a clip range as narrow as the tolerance: ratios outside are counted
        assertRatiosOfOne(Training.singleUpdate(TOLERANCE).build(), game);
    }

    /** The ratio that is clipped is the one to the policy as it was before the update, not to the older one that collected. */
    @ParameterizedTest
    @MethodSource("games")
    void soItIsIfRolloutsAreCollectedByOlderPolicies(SimulationFactory game) {
        TrainingConfig config = Training.singleUpdate(TOLERANCE)
                .learner(learner -> learner.overlap(true))
                .build();
        assertRatiosOfOne(config, game);
    }

    private static void assertRatiosOfOne(TrainingConfig config, SimulationFactory game) {
        try (Trainer trainer = new Trainer(config, game)) {
            for (int i = 0; i < ITERATIONS; i++) {
                List<float[]> before = parameters(trainer);
                for (Map<Metric, Double> metrics : trainer.iterate().metrics().values()) {
                    assertThat(metrics.get(Metric.CLIP_FRACTION_LOWER)).isZero();
                    assertThat(metrics.get(Metric.CLIP_FRACTION_UPPER)).isZero();
                    assertThat(metrics.get(Metric.MAX_RATIO)).isCloseTo(1, within(TOLERANCE));
                    assertThat(metrics.get(Metric.EFFECTIVE_SAMPLE_SIZE)).isCloseTo(1, within(TOLERANCE));
                    assertThat(metrics.get(Metric.APPROX_KL)).isCloseTo(0, within(1e-6));
                }
                for (int g = 0; g < before.size(); g++) {
                    assertThat(parameters(trainer).get(g)).isNotEqualTo(before.get(g));
                }
            }
        }
    }

    private static List<float[]> parameters(Trainer trainer) {
        return trainer.state().learners().stream().map(LearnerState::parameters).toList();
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyRatioOfTheLearnerIsOneBeforeTheFirstUpdate(SimulationFactory game) {
        RolloutConfig config = new RolloutConfig(6, 40, 2);
        try (SimulationPool pool = new SimulationPool(
                () -> game.create(game.settings()), config, FaultConfig.STOPPING, 3, FirstRatioTest::networks)) {
            List<Behavior> behaviors = new ArrayList<>();
            for (BehaviorSlots group : pool.groups()) {
                behaviors.add(new Behavior(group.behavior()));
            }
            for (int iteration = 0; iteration < (game instanceof SkirmishFactory ? 1 : 5); iteration++) {
                List<Rollout> rollouts =
                        pool.collect(behaviors.stream().map(Behavior::weights).toList());
                for (int g = 0; g < behaviors.size(); g++) {
                    behaviors.get(g).learn(rollouts.get(g), iteration);
                }
            }
            behaviors.forEach(behavior -> behavior.learner.close());
        }
    }

    private static ActorCritic networks(BehaviorSpec behavior) {
        return TestNetworks.feedForward(behavior, new int[] {17, 9}, Activation.RELU);
    }

    static Stream<Arguments> memories() {
        return games().flatMap(game -> Stream.of(
                Arguments.of(game, Trunk.SEPARATE, MemoryKind.GRU, 8),
                Arguments.of(game, Trunk.SHARED, MemoryKind.GRU, 7), // the last sequence of a slot is shorter
                Arguments.of(game, Trunk.SEPARATE, MemoryKind.LSTM, 5),
                Arguments.of(game, Trunk.SHARED, MemoryKind.LSTM, 64)));
    }

    /** What was remembered at the start of each sequence, and what an episode's beginning cleared, must be the same to the learner. */
    @ParameterizedTest
    @MethodSource("memories")
    void everyRatioIsOneWithMemoryToo(SimulationFactory game, Trunk trunk, MemoryKind kind, int sequenceLength) {
        TrainingConfig.Builder config = Training.singleUpdate(TOLERANCE)
                .network(network -> network.hidden(List.of(12))
                        .activation(Activation.SILU)
                        .trunk(trunk)
                        .memory(new MemoryConfig(kind, 9, sequenceLength)));
        assertRatiosOfOneThatMove(config.build(), game);
        assertRatiosOfOneThatMove(
                config.learner(learner -> learner.overlap(true)).build(), game);
    }

    private static void assertRatiosOfOneThatMove(TrainingConfig config, SimulationFactory game) {
        try (Trainer trainer = new Trainer(config, game)) {
            for (int i = 0; i < ITERATIONS; i++) {
                for (Map<Metric, Double> metrics : trainer.iterate().metrics().values()) {
                    assertThat(metrics.get(Metric.CLIP_FRACTION_LOWER)).isZero();
                    assertThat(metrics.get(Metric.CLIP_FRACTION_UPPER)).isZero();
                    assertThat(metrics.get(Metric.MAX_RATIO)).isCloseTo(1, within(TOLERANCE));
                    assertThat(metrics.get(Metric.EFFECTIVE_SAMPLE_SIZE)).isCloseTo(1, within(TOLERANCE));
                    assertThat(metrics.get(Metric.KL)).isGreaterThan(1e-6); // after the update
                }
            }
        }
    }

    private static final class Behavior {
        private static final Coefficients UPDATE =
                TestSettings.clip().learningRate(5e-3).entropy(0.01).update();

        final Learner learner;
        private final ActorCritic networks;
        private final RunningMoments moments;

        Behavior(BehaviorSpec behavior) {
            networks = networks(behavior);
            Initialization.apply(networks, -0.7, RandomStream.of(1));
            learner = new Learner(
                    networks,
                    TestSettings.clip().normalize(true).maxGradientNorm(0.5).learner(),
                    LearningDevice.CPU,
                    1,
                    1);
            moments = new RunningMoments(behavior.observation().size());
        }

        Weights weights() {
            return new Weights(learner.parameters(), normalizer());
        }

        private ObservationNormalizer normalizer() {
            return ObservationNormalizer.of(moments.mean(), moments.variance());
        }

        void learn(Rollout rollout, int iteration) {
            Advantages.estimate(rollout, TestSettings.clip().learner().ppo());
            Samples samples = Samples.of(
                    learner.layout(),
                    new MinibatchLayout.Source(
                            rollout, normalizer(), networks.logStandardDeviation(), null, Samples.AdvantageScale.NONE),
                    null);
            learner.upload(samples);
            int[] all = IntStream.range(0, samples.count()).toArray();
            assertOne(learner.step(all, TestSettings.clip().learningRate(0).update())); // moves nothing
            List<Update> updates = BehaviorTrainer.learn(learner, samples, 3, 32, UPDATE, RandomStream.of(iteration));
            assertOne(updates.get(0));
            assertThat(updates.get(updates.size() - 1).figures().get(Figure.RATIO_MAX))
                    .isGreaterThan(1 + 10 * TOLERANCE);
            moments.add(rollout.observations, rollout.rows());
        }

        private static void assertOne(Update update) {
            assertThat(update.figures().get(Figure.RATIO_MIN)).isCloseTo(1, within(TOLERANCE));
            assertThat(update.figures().get(Figure.RATIO_MAX)).isCloseTo(1, within(TOLERANCE));
        }
    }
}
