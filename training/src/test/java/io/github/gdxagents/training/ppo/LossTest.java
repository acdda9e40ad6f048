package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss and its gradient in TensorFlow against {@link ReferenceLoss}. */
class LossTest {
    private static final double NO_NORM_LIMIT = 1e6;
    private static final UpdateSettings UPDATE = new UpdateSettings(1e-3, 0.1, 0.3, 0.07);

    private static ActorCritic networks(int continuous, int branches, long seed) {
        RandomStream random = RandomStream.of(seed);
        return RandomBehaviors.randomize(
                new ActorCritic(
                        RandomBehaviors.behavior(3, continuous, branches, random), new int[] {5, 4}, Activation.TANH),
                random);
    }

    static Stream<Arguments> kinds() {
        int[][] spaces = {{0, 1}, {0, 3}, {2, 0}, {1, 2}};
        return Stream.of(spaces)
                .flatMap(space -> Stream.of(0.0, 0.2)
                        .flatMap(clip -> Stream.of(false, true)
                                .map(normalize -> Arguments.of(space[0], space[1], clip, normalize))));
    }

    @ParameterizedTest(name = "{0} continuous, {1} branches, value clip {2}, normalize {3}")
    @MethodSource("kinds")
    void termsAndGradientAgreeWithPlainJava(int continuous, int branches, double valueClipRange, boolean normalize) {
        ActorCritic networks = networks(continuous, branches, 8L * continuous + branches);
        LossSettings settings = new LossSettings(0.6, valueClipRange, normalize, NO_NORM_LIMIT, 1e-5);
        // away from the kinks at ratios 0.9 and 1.3 and at a value that moved by 0.2
        List<LossRow> rows = LossRow.random(
                networks,
                new double[] {0.7, 0.97, 1.2, 1.5},
                new double[] {-1.5, 0.8, 2, -0.4},
                new double[] {0.5, -0.1, 0.15, -0.6},
                RandomStream.of(continuous, branches));
        ReferenceLoss reference = new ReferenceLoss(networks, rows, settings, UPDATE);
        double[] parameters = ReferenceNetwork.doubles(networks.parameters());
        Figures expected = reference.figures(parameters);
        double[] expectedGradient = reference.gradient(parameters);
        try (Learner learner = new Learner(networks, settings, new ClipObjective(), 1)) {
            learner.upload(LossRow.samples(rows));
            float[] gradient = learner.gradient(new int[] {0, 1, 2, 3}, UPDATE);
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) gradient[i])
                        .as("parameter %d", i)
                        .isCloseTo(expectedGradient[i], within(1e-5 * expected.gradientNorm()));
            }
            assertFigures(learner.update(new int[] {2, 0, 3, 1}, UPDATE), expected);
        }
    }

    private static void assertFigures(Figures actual, Figures expected) {
        assertClose(actual.policyLoss(), expected.policyLoss());
        assertClose(actual.valueLoss(), expected.valueLoss());
        assertClose(actual.entropy(), expected.entropy());
        assertClose(actual.approxKl(), expected.approxKl());
        assertThat(actual.clipFractionLower())
                .isEqualTo(expected.clipFractionLower())
                .isEqualTo(0.25);
        assertThat(actual.clipFractionUpper())
                .isEqualTo(expected.clipFractionUpper())
                .isEqualTo(0.25);
        assertClose(actual.ratioMean(), expected.ratioMean());
        assertClose(actual.ratioSquareMean(), expected.ratioSquareMean());
        assertClose(actual.minRatio(), expected.minRatio());
        assertClose(actual.maxRatio(), expected.maxRatio());
        assertClose(actual.gradientNorm(), expected.gradientNorm());
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-5 * Math.max(0.1, Math.abs(expected))));
    }

    @Test
    void thePolicyGradientVanishesExactlyWhereTheClippedObjectiveIsFlat() {
        ActorCritic networks = networks(1, 1, 3);
        double[] ratios = {0.5, 0.85, 0.95, 1, 1.05, 1.25, 1.35, 2};
        LossSettings policyOnly = new LossSettings(0, 0, false, NO_NORM_LIMIT, 1e-5);
        UpdateSettings noEntropy = new UpdateSettings(1e-3, 0.1, 0.3, 0);
        for (double advantage : new double[] {1.5, -1.5}) {
            double[] advantages = new double[ratios.length];
            java.util.Arrays.fill(advantages, advantage);
            List<LossRow> rows =
                    LossRow.random(networks, ratios, advantages, new double[ratios.length], RandomStream.of(4));
            try (Learner learner = new Learner(networks, policyOnly, new ClipObjective(), 1)) {
                learner.upload(LossRow.samples(rows));
                for (int i = 0; i < ratios.length; i++) {
                    float[] gradient = learner.gradient(new int[] {i}, noEntropy);
                    boolean flat = advantage > 0 ? ratios[i] > 1.3 : ratios[i] < 0.9;
                    if (flat) {
                        assertThat(largest(gradient)).isZero();
                    } else {
                        assertThat(largest(gradient)).isPositive();
                    }
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
        ActorCritic networks = networks(1, 1, 5);
        List<LossRow> rows = LossRow.random(
                networks, new double[] {1, 1}, new double[] {1, -1}, new double[] {0, 0}, RandomStream.of(6));
        int actor = networks.actor().parameterCount();
        int critic = networks.critic().parameterCount();
        try (Learner learner =
                new Learner(networks, new LossSettings(0, 0, false, NO_NORM_LIMIT, 1e-5), new ClipObjective(), 1)) {
            learner.upload(LossRow.samples(rows));
            float[] gradient = learner.gradient(new int[] {0, 1}, UPDATE);
            for (int i = actor; i < actor + critic; i++) {
                assertThat(gradient[i]).isZero();
            }
            assertThat(gradient[actor + critic]).isNotZero(); // the standard deviation belongs to the policy
        }
    }

    @Test
    void numbersThatAreNotFiniteStopTheLearningAndNameTheBehavior() {
        ActorCritic networks = networks(1, 1, 7);
        List<LossRow> rows = LossRow.random(
                networks, new double[] {1, 1}, new double[] {1, Double.NaN}, new double[2], RandomStream.of(6));
        try (Learner learner =
                new Learner(networks, new LossSettings(0.5, 0, false, NO_NORM_LIMIT, 1e-5), new ClipObjective(), 1)) {
            assertThatThrownBy(() -> learner.learn(LossRow.samples(rows), 1, 2, UPDATE, RandomStream.of(1)))
                    .isInstanceOf(TrainingFault.class)
                    .hasMessageContaining("behavior 'random', update 1")
                    .hasMessageContaining("policyLoss=NaN");
        }
    }
}
