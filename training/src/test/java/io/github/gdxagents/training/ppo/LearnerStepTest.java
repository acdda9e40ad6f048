package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import io.github.gdxagents.training.tensor.LearningDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerStepTest {
    private static final int[] ALL = {0, 1, 2};

    private final ActorCritic networks = RandomBehaviors.randomize(
            TestNetworks.feedForward(
                    RandomBehaviors.behavior(3, 1, 1, RandomStream.of(1)), new int[] {4}, Activation.TANH),
            RandomStream.of(2));
    private final LossBatch batch =
            LossBatch.random(networks, new double[] {1, 1.1, 0.9}, new double[] {1, -2, 3}, new double[3], 3);

    private Learner learner(double maxGradientNorm, double adamEpsilon, int shards) {
        Learner learner = new Learner(
                networks,
                TestSettings.clip()
                        .maxGradientNorm(maxGradientNorm)
                        .adamEpsilon(adamEpsilon)
                        .learner(),
                LearningDevice.CPU,
                2,
                shards);
        learner.upload(batch.samples());
        return learner;
    }

    private static Coefficients update(double learningRate) {
        return TestSettings.clip().learningRate(learningRate).entropy(0.01).update();
    }

    /**
     * Kingma and Ba, the form before section 2.1: {@code rate_t = rate * sqrt(1 - 0.999^t) / (1 - 0.9^t)},
     * {@code parameter -= rate_t * m / (sqrt(v) + epsilon)}; a different rate in each update.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void threeUpdatesAreThoseOfAdamInDoubles(int shards) {
        double epsilon = 0.003; // large enough to show
        try (Learner learner = learner(0.5, epsilon, shards)) {
            double[] parameters = ReferenceNetwork.doubles(networks.parameters());
            double[] m = new double[parameters.length];
            double[] v = new double[parameters.length];
            for (int t = 1; t <= 3; t++) {
                double rate = 0.01 * t;
                float[] gradient = learner.gradient(ALL, update(rate));
                learner.step(ALL, update(rate));
                double corrected = rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                for (int i = 0; i < parameters.length; i++) {
                    m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                    v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                    parameters[i] -= corrected * m[i] / (Math.sqrt(v[i]) + epsilon);
                }
                float[] actual = learner.parameters();
                float[] firstMoments = learner.firstMoments();
                float[] secondMoments = learner.secondMoments();
                for (int i = 0; i < parameters.length; i++) {
                    assertThat((double) actual[i]).isCloseTo(parameters[i], within(1e-6));
                    assertThat((double) firstMoments[i]).isCloseTo(m[i], within(1e-7));
                    // 1 - 0.999 in floats is 1e-5 off
                    assertThat((double) secondMoments[i]).isCloseTo(v[i], within(1e-9 + 1e-4 * v[i]));
                }
            }
            assertThat(learner.updates()).isEqualTo(3);
        }
    }

    /** log σ begins somewhere in the networks' random numbers; with a floor above it, the first step lifts it there and none goes below. */
    @Test
    void aDeviationIsNoSmallerThanItsFloor() {
        float[] begun = networks.logStandardDeviation();
        float floor = begun[0] + 0.1f;
        LearnerSettings settings = new LearnerSettings(
                TestSettings.clip().learner().ppo(), new ClipObjective(), false, floor, false, null);
        try (Learner learner = new Learner(networks, settings, LearningDevice.CPU, 1, 1)) {
            learner.upload(batch.samples());
            for (int i = 0; i < 3; i++) {
                learner.step(ALL, update(0.01));
                float[] parameters = learner.parameters();
                assertThat(parameters[parameters.length - 1]).isGreaterThanOrEqualTo(floor);
            }
            assertThat(learner.parameters()).isNotEqualTo(networks.parameters());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theFirstUpdateMovesEveryParameterByTheLearningRate(int shards) {
        // m / sqrt(v) is the sign of the gradient, once the bias is corrected
        try (Learner learner = learner(0.5, 1e-12, shards)) {
            float[] gradient = learner.gradient(ALL, update(0.01));
            learner.step(ALL, update(0.01));
            float[] before = networks.parameters();
            float[] after = learner.parameters();
            int moved = 0;
            for (int i = 0; i < after.length; i++) {
                if (Math.abs(gradient[i]) > 1e-6) {
                    assertThat(after[i] - before[i]).isCloseTo(-0.01f * Math.signum(gradient[i]), within(2e-6f));
                    moved++;
                }
            }
            assertThat(moved).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLongGradientIsScaledToTheLargestNormAndAShortOneIsLeftAlone(int shards) {
        try (Learner free = learner(1e6, 1e-5, shards);
                Learner clipped = learner(0.25, 1e-5, shards)) {
            float[] whole = free.gradient(ALL, update(1e-3));
            float[] scaled = clipped.gradient(ALL, update(1e-3));
            double norm = norm(whole);
            assertThat(norm).isGreaterThan(0.3);
            assertThat(norm(scaled)).isCloseTo(0.25, within(1e-6));
            for (int i = 0; i < whole.length; i++) {
                assertThat((double) scaled[i]).isCloseTo(whole[i] * 0.25 / norm, within(1e-6));
            }
            // what is reported is the norm before
            assertThat(clipped.step(ALL, update(1e-3)).gradientNorm()).isCloseTo(norm, within(1e-5 * norm));
            assertThat(free.step(ALL, update(1e-3)).gradientNorm()).isCloseTo(norm, within(1e-5 * norm));
        }
    }

    /** The given steps are far from the old policy, those of the present policy are not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anUpdateThatTheTargetDivergenceRefusesLeavesParametersMomentsAndCountAsTheyWere(int shards) {
        Samples near = batch.asOldPolicy().samples();
        LearnerSettings settings = TestSettings.clip().targetKl(0.1).learner();
        try (Learner refused = new Learner(networks, settings, LearningDevice.CPU, 2, shards);
                Learner undisturbed = new Learner(networks, settings, LearningDevice.CPU, 2, shards)) {
            assertThat(update(refused, near).isApplied()).isTrue();
            float[] parameters = refused.parameters();
            float[] firstMoments = refused.firstMoments();
            float[] secondMoments = refused.secondMoments();
            assertThat(firstMoments).isNotEqualTo(new float[firstMoments.length]);

            Update figures = update(refused, batch.samples());

            assertThat(figures.isApplied()).isFalse();
            assertThat(figures.gradientNorm()).isGreaterThan(0.1);
            assertThat(refused.measure(update(0.01), 10).get(Figure.KL)).isGreaterThan(0.1);
            assertThat(refused.parameters()).containsExactly(parameters);
            assertThat(refused.firstMoments()).containsExactly(firstMoments);
            assertThat(refused.secondMoments()).containsExactly(secondMoments);
            assertThat(refused.updates()).isEqualTo(1);
            // and what follows is the second update, with its correction of the bias
            update(undisturbed, near);
            assertThat(update(refused, near).isApplied()).isTrue();
            assertThat(update(undisturbed, near).isApplied()).isTrue();
            assertThat(refused.parameters()).containsExactly(undisturbed.parameters());
            assertThat(refused.updates()).isEqualTo(2);
        }
    }

    private static Update update(Learner learner, Samples samples) {
        learner.upload(samples);
        return learner.step(ALL, update(0.01));
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float part : vector) {
            squares += (double) part * part;
        }
        return Math.sqrt(squares);
    }

    /** Each shard's share in the KL is below the target, their sum is not. */
    @Test
    void theTargetDivergenceIsThatOfTheWholeMinibatch() {
        double whole;
        try (Learner learner = learner(0.5, 1e-5, 1)) {
            whole = learner.measure(update(0.01), 10).get(Figure.KL);
        }
        for (double target : new double[] {0.9 * whole, 1.1 * whole}) {
            LearnerSettings settings = TestSettings.clip().targetKl(target).learner();
            try (Learner learner = new Learner(networks, settings, LearningDevice.CPU, 1, 3)) {
                assertThat(update(learner, batch.samples()).isApplied()).isEqualTo(target > whole);
            }
        }
    }

    /** As many shards as there are wanted can't be cut out of a single step. */
    @Test
    void aMinibatchOfOneStepIsLearnedFromWhateverTheShards() {
        int[] one = {1};
        try (Learner whole = learner(0.5, 0.003, 1);
                Learner sharded = learner(0.5, 0.003, 3)) {
            float[] gradient = whole.gradient(one, update(0.01));
            float[] sum = sharded.gradient(one, update(0.01));
            whole.step(one, update(0.01));
            sharded.step(one, update(0.01));
            float[] expected = whole.parameters();
            float[] actual = sharded.parameters();
            for (int i = 0; i < expected.length; i++) {
                assertThat(sum[i]).isCloseTo(gradient[i], within(1e-6f));
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
            }
            assertThat(expected).isNotEqualTo(networks.parameters());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRestoredLearnerGoesOnBitForBit(int shards) {
        try (Learner first = learner(0.5, 1e-5, shards);
                Learner second = learner(0.5, 1e-5, shards)) {
            for (int i = 0; i < 5; i++) {
                first.step(ALL, update(0.01));
            }
            second.restore(first.parameters(), first.firstMoments(), first.secondMoments(), first.updates());
            first.step(ALL, update(0.01));
            second.step(ALL, update(0.01));
            assertThat(second.parameters()).containsExactly(first.parameters());
            assertThat(second.firstMoments()).containsExactly(first.firstMoments());
            assertThat(second.secondMoments()).containsExactly(first.secondMoments());
            assertThat(second.updates()).isEqualTo(6);
        }
    }
}
