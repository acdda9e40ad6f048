package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.Trunk;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss, its figures and its gradient in TensorFlow against {@link ReferenceLoss}. */
@Tag("slow")
class LossTest {
    private static final MemoryConfig NO_MEMORY = new MemoryConfig(MemoryKind.NONE, 1, 1);
    /** Continuous values and branches. */
    private static final int[][] ACTIONS = {{0, 1}, {0, 3}, {2, 0}, {1, 2}};
    // away from the kinks at ratios 0.9 and 1.3 (and 3 for bad actions) and at a value that moved by 0.2
    private static final double[] RATIOS = {0.7, 0.97, 1.2, 1.5, 3.5, 0.5};
    private static final double[] ADVANTAGES = {-1.5, 0.8, 2, -0.4, -1, 1};
    private static final double[] MOVED = {0.5, -0.1, 0.15, -0.6, 0.1, 0.3};

    private static ActorCritic networks(int[] action, Activation activation, Trunk trunk, MemoryConfig memory) {
        RandomStream random = RandomStream.of(8L * action[0] + action[1]);
        return RandomBehaviors.randomize(
                TestNetworks.of(
                        RandomBehaviors.behavior(3, action[0], action[1], random),
                        new int[] {5, 4},
                        activation,
                        trunk,
                        memory),
                random);
    }

    private static ActorCritic networks(int[] action) {
        return networks(action, Activation.TANH, Trunk.SEPARATE, NO_MEMORY);
    }

    private static TestSettings base(Objective objective) {
        return TestSettings.of(objective)
                .value(0.6, 0)
                .clipRange(0.1, 0.3)
                .entropy(0.07)
                .coefficient(0.8);
    }

    static Stream<Arguments> settings() {
        Map<String, Supplier<TestSettings>> variants = new TreeMap<>();
        variants.put("clip", () -> base(new ClipObjective()));
        variants.put("clip, dual clip", () -> base(new ClipObjective()).option("dualClip", 3));
        variants.put(
                "clip, dual clip off by now", () -> base(new ClipObjective()).option("dualClip", 0, 3));
        variants.put(
                "clip, dual clip tighter by now",
                () -> base(new ClipObjective()).option("dualClip", 3, 5));
        variants.put("clip, value clip", () -> base(new ClipObjective()).value(0.6, 0.2));
        variants.put("clip, normalized", () -> base(new ClipObjective()).normalize(true));
        variants.put("clip, by episode", () -> base(new ClipObjective()).aggregation(Aggregation.EPISODE));
        variants.put("kl-penalty", () -> base(new KlPenaltyObjective()));
        variants.put(
                "kl-penalty, dual clip", () -> base(new KlPenaltyObjective()).option("dualClip", 2));
        variants.put(
                "kl-penalty, dual clip off by now",
                () -> base(new KlPenaltyObjective()).option("dualClip", 0, 2));
        variants.put(
                "kl-penalty, by episode, normalized",
                () -> base(new KlPenaltyObjective())
                        .aggregation(Aggregation.EPISODE)
                        .normalize(true));
        variants.put("policy-gradient", () -> base(new PolicyGradientObjective()));
        variants.put("trust-region", () -> base(new TrustRegionObjective()));
        return variants.entrySet().stream()
                .flatMap(variant -> Arrays.stream(ACTIONS)
                        .map(action -> Arguments.of(
                                variant.getKey(), action, variant.getValue().get())));
    }

    @ParameterizedTest(name = "{0}, actions {1}")
    @MethodSource("settings")
    void everyObjectiveAndOptionAgreesWithPlainJava(String name, int[] action, TestSettings settings) {
        ActorCritic networks = networks(action);
        LossBatch batch = new LossBatch(networks, false, 7);
        for (int i = 0; i < RATIOS.length; i++) { // episodes of 1, 2 and 3 steps
            int episode = i < 1 ? 0 : i < 3 ? 1 : 2;
            batch.add(new LossBatch.Given(RATIOS[i], ADVANTAGES[i], MOVED[i], episode, false));
        }
        assertAgreement(networks, batch, settings);
        LossBatch weighed = batch.withRatios(0.6f, 1.7f, 1, 0.2f, 1.2f, 4);
        assertAgreement(networks, weighed, settings, 2, 3);
    }

    @ParameterizedTest(name = "actions {0}")
    @MethodSource("actions")
    void theReferencePolicyAgreesWithPlainJava(int[] action) {
        ActorCritic networks = networks(action);
        float[] deviations = RandomBehaviors.gaussians(action[0], 0.3, RandomStream.of(3));
        LossBatch batch = new LossBatch(networks, true, 9);
        for (int i = 0; i < RATIOS.length; i++) {
            batch.add(new LossBatch.Given(RATIOS[i], ADVANTAGES[i], MOVED[i], i, false));
        }
        assertAgreementInShards(networks, batch, base(new ClipObjective()).reference(deviations, 0.7));
        assertAgreementInShards(networks, batch, base(new KlPenaltyObjective()).reference(deviations, 0.3));
        assertAgreementInShards(
                networks, batch, base(new TrustRegionObjective()).reference(deviations, 0.3));
    }

    static Stream<int[]> actions() {
        return Arrays.stream(ACTIONS);
    }

    static Stream<Arguments> networks() {
        return Stream.of(Trunk.values())
                .flatMap(trunk -> Stream.of(
                        Arguments.of(Activation.TANH, trunk, NO_MEMORY),
                        Arguments.of(Activation.RELU, trunk, NO_MEMORY),
                        Arguments.of(Activation.SILU, trunk, NO_MEMORY),
                        Arguments.of(Activation.TANH, trunk, new MemoryConfig(MemoryKind.GRU, 3, 4)),
                        Arguments.of(Activation.SILU, trunk, new MemoryConfig(MemoryKind.LSTM, 3, 4))));
    }

    /** With memory: whole sequences, one that is too short, and episodes that begin at their start or in the middle. */
    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("networks")
    void everyNetworkAgreesWithPlainJava(Activation activation, Trunk trunk, MemoryConfig memory) {
        for (int[] action : new int[][] {{0, 2}, {1, 2}}) {
            ActorCritic networks = networks(action, activation, trunk, memory);
            LossBatch batch = new LossBatch(networks, false, 11);
            if (memory.kind() == MemoryKind.NONE) {
                for (int i = 0; i < RATIOS.length; i++) {
                    batch.add(given(i, i / 2, false));
                }
            } else {
                batch.add(given(0, 0, false), given(1, 0, false), given(2, 1, true), given(3, 1, false));
                batch.add(given(4, 2, true), given(5, 2, false));
                batch.add(given(2, 3, false), given(3, 4, true), given(1, 5, true), given(0, 5, false));
            }
            assertAgreementInShards(networks, batch, base(new ClipObjective()));
            assertAgreementInShards(networks, batch, base(new ClipObjective()).normalize(true));
            assertAgreementInShards(
                    networks, batch, base(new KlPenaltyObjective()).aggregation(Aggregation.EPISODE));
            batch.withRatios(0.6f, 1.7f, 1, 0.2f, 1.2f, 4, 99, 99, 0.5f, 2, 0.9f, 1.1f);
            assertAgreementInShards(networks, batch, base(new ClipObjective()).normalize(true));
        }
    }

    private static LossBatch.Given given(int i, int episode, boolean begins) {
        return new LossBatch.Given(RATIOS[i], ADVANTAGES[i], MOVED[i], episode, begins);
    }

    private static void assertAgreement(ActorCritic networks, LossBatch batch, TestSettings settings) {
        assertAgreement(networks, batch, settings, 1, 1);
    }

    private static void assertAgreementInShards(ActorCritic networks, LossBatch batch, TestSettings settings) {
        assertAgreement(networks, batch, settings);
        assertAgreement(networks, batch, settings, 2, 3);
    }

    private static void assertAgreement(
            ActorCritic networks, LossBatch batch, TestSettings settings, int threads, int shards) {
        ReferenceLoss reference = new ReferenceLoss(networks, batch, settings.learner(), settings.update());
        double[] parameters = ReferenceNetwork.doubles(networks.parameters());
        Update expected = reference.update(parameters);
        double[] expectedGradient = reference.gradient(parameters);
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, threads, shards)) {
            learner.upload(batch.samples());
            float[] gradient = learner.gradient(batch.all(), settings.update());
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i])
                        .as("parameter %d", i)
                        .isCloseTo(expectedGradient[i], within(1e-5 * Math.max(1, expected.gradientNorm())));
            }
            Figures movement = learner.measure(settings.update(), 1_000_000);
            assertClose(movement.get(Figure.KL), reference.kl(parameters));
            assertClose(movement.get(Figure.ENTROPY), reference.entropy(parameters));
            assertClose(learner.wholeRollout(settings.update()).loss(), reference.surrogate(parameters));
            if (settings.learner().hasReference()) {
                assertClose(movement.get(Figure.REFERENCE_KL), reference.referenceKl(parameters));
            }
            assertFigures(learner.step(reversed(batch.all()), settings.update()), expected);
        }
    }

    private static int[] reversed(int[] sequences) {
        int[] reversed = new int[sequences.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = sequences[reversed.length - 1 - i];
        }
        return reversed;
    }

    private static void assertFigures(Update actual, Update expected) {
        for (Figure figure : EnumSet.range(Figure.POLICY_LOSS, Figure.RATIO_MAX)) {
            assertClose(actual.figures().get(figure), expected.figures().get(figure));
        }
        assertThat(actual.figures().get(Figure.CLIP_FRACTION_LOWER)).isPositive();
        assertThat(actual.figures().get(Figure.CLIP_FRACTION_UPPER)).isPositive();
        assertClose(actual.gradientNorm(), expected.gradientNorm());
        assertThat(actual.isApplied()).isTrue();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-5 * Math.max(0.1, Math.abs(expected))));
    }

    @Test
    void thePolicyGradientVanishesExactlyWhereTheClippedObjectiveIsFlat() {
        double[] ratios = {0.5, 0.85, 0.95, 1, 1.05, 1.25, 1.35, 2, 2.9, 3.1};
        for (double advantage : new double[] {1.5, -1.5}) {
            boolean good = advantage > 0;
            assertFlat(ratios, advantage, policyOnly(new ClipObjective()), ratio -> good ? ratio > 1.3 : ratio < 0.9);
            assertFlat(
                    ratios,
                    advantage,
                    policyOnly(new ClipObjective()).option("dualClip", 3),
                    ratio -> good ? ratio > 1.3 : ratio < 0.9 || ratio > 3);
            assertFlat(
                    ratios,
                    advantage,
                    policyOnly(new KlPenaltyObjective()).coefficient(0).option("dualClip", 3),
                    ratio -> !good && ratio > 3);
            assertFlat(
                    ratios,
                    advantage,
                    policyOnly(new ClipObjective()).option("dualClip", 0, 3),
                    ratio -> good ? ratio > 1.3 : ratio < 0.9);
            assertFlat(ratios, advantage, policyOnly(new PolicyGradientObjective()), ratio -> false);
        }
    }

    private static LossBatch hugeRatio(ActorCritic networks, double advantage) {
        return LossBatch.random(
                networks, new double[] {Math.exp(100)}, new double[] {advantage}, new double[] {0.5}, 4);
    }

    /** A float ends at e^88.7. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 0})
    void aRatioBeyondAllFloatsHarmsNothingWhereTheObjectiveIsFlat(double advantage) {
        ActorCritic networks = networks(new int[] {1, 1});
        TestSettings settings = policyOnly(new ClipObjective()).value(0.6, 0);
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(hugeRatio(networks, advantage).samples());
            float[] gradient = learner.gradient(new int[] {0}, settings.update());
            int actor = networks.actor().parameterCount();
            int critic = networks.critic().parameterCount();
            for (int i = 0; i < gradient.length; i++) {
                boolean isOfCritic = i >= actor && i < actor + critic;
                assertThat(gradient[i]).as("parameter %d", i).isFinite();
                assertThat(isOfCritic || gradient[i] == 0).as("parameter %d", i).isTrue();
            }
            assertThat(largest(gradient)).isPositive(); // the value function learns
            Figures figures = learner.step(new int[] {0}, settings.update()).figures();
            assertThat(figures.get(Figure.POLICY_LOSS)).isCloseTo(-1.3 * advantage, within(1e-5));
            assertThat(figures.get(Figure.CLIP_FRACTION_UPPER)).isEqualTo(1);
        }
    }

    /** One of five that counts for all: 1 / 5. All that count alike, however little: 1. */
    @Test
    void theEffectiveSampleSizeIsRightWhateverTheRatios() {
        assertThat(effectiveSampleSize(0, 0, 0, 0, 0)).isCloseTo(1, within(1e-6));
        assertThat(effectiveSampleSize(-70, -70, -70, -70, -70)).isCloseTo(1, within(1e-6));
        for (double logRatio : new double[] {46, 60, 79, 85}) {
            assertThat(effectiveSampleSize(0, 0, logRatio, 0, 0))
                    .as("log ratio %f", logRatio)
                    .isCloseTo(0.2, within(1e-6));
        }
        // (1 + e)^2 / (2 (1 + e^2))
        double ratio = Math.exp(1);
        assertThat(effectiveSampleSize(0, 1))
                .isCloseTo(Math.pow(1 + ratio, 2) / (2 * (1 + ratio * ratio)), within(1e-5));
    }

    private static double effectiveSampleSize(double... logRatios) {
        ActorCritic networks = networks(new int[] {1, 1});
        double[] ratios = Arrays.stream(logRatios).map(Math::exp).toArray();
        double[] advantages = new double[ratios.length];
        LossBatch batch = LossBatch.random(networks, ratios, advantages, new double[ratios.length], 4);
        TestSettings settings = policyOnly(new ClipObjective());
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(batch.samples());
            int[] all = IntStream.range(0, ratios.length).toArray();
            return learner.step(all, settings.update()).figures().effectiveSampleSize();
        }
    }

    @Test
    void aRatioBeyondAllFloatsIsAFaultWhereTheObjectiveIsNotFlat() {
        ActorCritic networks = networks(new int[] {1, 1});
        TestSettings settings = policyOnly(new ClipObjective());
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(hugeRatio(networks, -1.5).samples());
            assertThatThrownBy(() -> learner.step(new int[] {0}, settings.update()))
                    .isInstanceOf(TrainingFault.class);
        }
    }

    private static TestSettings policyOnly(Objective objective) {
        return TestSettings.of(objective).value(0, 0).clipRange(0.1, 0.3);
    }

    private static void assertFlat(
            double[] ratios, double advantage, TestSettings settings, java.util.function.DoublePredicate isFlat) {
        ActorCritic networks = networks(new int[] {1, 1});
        double[] advantages = new double[ratios.length];
        Arrays.fill(advantages, advantage);
        LossBatch batch = LossBatch.random(networks, ratios, advantages, new double[ratios.length], 4);
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(batch.samples());
            for (int i = 0; i < ratios.length; i++) {
                float largest = largest(learner.gradient(new int[] {i}, settings.update()));
                if (isFlat.test(ratios[i])) {
                    assertThat(largest)
                            .as("ratio %f, advantage %f", ratios[i], advantage)
                            .isZero();
                } else {
                    assertThat(largest)
                            .as("ratio %f, advantage %f", ratios[i], advantage)
                            .isPositive();
                }
            }
        }
    }

    private static float largest(float[] gradient) {
        float largest = 0;
        for (float part : gradient) {
            largest = Math.max(largest, Math.abs(part));
        }
        return largest;
    }

    @Test
    void criticAndActorLearnFromTheirOwnTermsOnly() {
        ActorCritic networks = networks(new int[] {1, 1});
        LossBatch batch = LossBatch.random(networks, new double[] {1, 1}, new double[] {1, -1}, new double[2], 6);
        int actor = networks.actor().parameterCount();
        int critic = networks.critic().parameterCount();
        TestSettings settings = policyOnly(new ClipObjective()).entropy(0.07);
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(batch.samples());
            float[] gradient = learner.gradient(batch.all(), settings.update());
            for (int i = actor; i < actor + critic; i++) {
                assertThat(gradient[i]).isZero();
            }
            assertThat(gradient[actor + critic]).isNotZero(); // the standard deviation belongs to the policy
        }
    }

    @Test
    void numbersThatAreNotFiniteStopTheLearningAndNameTheBehavior() {
        ActorCritic networks = networks(new int[] {1, 1});
        LossBatch batch =
                LossBatch.random(networks, new double[] {1, 1}, new double[] {1, Double.NaN}, new double[2], 6);
        TestSettings settings = TestSettings.clip();
        try (Learner learner = new Learner(networks, settings.learner(), LearningDevice.CPU, 1, 1)) {
            learner.upload(batch.samples());
            assertThatThrownBy(() -> learner.step(batch.all(), settings.update()))
                    .isInstanceOf(TrainingFault.class)
                    .hasMessageContaining("behavior 'random', update 1")
                    .hasMessageContaining("the policy's loss is NaN");
        }
    }
}
