package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.PpoConfig.AdvantageEstimator;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.TestRollouts;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdvantagesTest {
    private static final Offset<Float> CLOSE = within(1e-5f);

    private static void estimate(Rollout rollout, double discount, double gaeLambda) {
        Advantages.estimate(rollout, ppo(AdvantageEstimator.GAE, discount, gaeLambda));
    }

    private static PpoConfig ppo(AdvantageEstimator estimator, double discount, double gaeLambda) {
        return TrainingConfig.builder("test")
                .ppo(ppo -> ppo.estimator(estimator).discount(discount).gaeLambda(gaeLambda))
                .build()
                .ppo();
    }

    /** Three rewards 1, 2, 3 and values 0.5, 1, 1.5; γ = 0.5, λ = 0.5, so γλ = 0.25. */
    private static Rollout threeSteps(StepStatus middle) {
        Rollout rollout = TestRollouts.single(new float[] {1, 2, 3}, new float[] {0.5f, 1, 1.5f});
        rollout.statuses[1] = middle;
        rollout.bootstrapValues[0] = Float.NaN;
        rollout.bootstrapValues[1] = 4;
        rollout.bootstrapValues[2] = 2;
        estimate(rollout, 0.5, 0.5);
        return rollout;
    }

    @Test
    void threeRunningStepsAreAsWorkedByHand() {
        Rollout rollout = threeSteps(StepStatus.RUNNING);
        // δ2 = 3 + 0.5 * 2   - 1.5 = 2.5    A2 = 2.5
        // δ1 = 2 + 0.5 * 1.5 - 1   = 1.75   A1 = 1.75 + 0.25 * 2.5   = 2.375
        // δ0 = 1 + 0.5 * 1   - 0.5 = 1      A0 = 1    + 0.25 * 2.375 = 1.59375
        assertThat(rollout.advantages).containsExactly(1.59375f, 2.375f, 2.5f);
        // R = A + V
        assertThat(rollout.returns).containsExactly(2.09375f, 3.375f, 4f);
    }

    @Test
    void aTerminationHasNoValueAfterIt() {
        Rollout rollout = threeSteps(StepStatus.TERMINATED);
        // A2 = 2.5 as before; δ1 = 2 - 1 = 1 = A1; A0 = 1 + 0.25 * 1 = 1.25
        assertThat(rollout.advantages).containsExactly(1.25f, 1f, 2.5f);
        assertThat(rollout.returns).containsExactly(1.75f, 2f, 4f);
    }

    @Test
    void aTruncationIsWorthItsFinalObservation() {
        Rollout rollout = threeSteps(StepStatus.TRUNCATED);
        // A2 = 2.5 as before; δ1 = 2 + 0.5 * 4 - 1 = 3 = A1; A0 = 1 + 0.25 * 3 = 1.75
        assertThat(rollout.advantages).containsExactly(1.75f, 3f, 2.5f);
        assertThat(rollout.returns).containsExactly(2.25f, 4f, 4f);
    }

    @Test
    void theRecursionEqualsTheDoubleSumOnRandomRollouts() {
        for (long seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.of(seed);
            Rollout rollout = TestRollouts.random(random);
            double discount = random.nextDouble();
            double gaeLambda = random.nextDouble();
            estimate(rollout, discount, gaeLambda);
            for (int row : rollout.rows()) {
                double expected = DirectAdvantage.of(rollout, row, discount, gaeLambda);
                assertThat(rollout.advantages[row])
                        .as("seed %d, row %d", seed, row)
                        .isCloseTo((float) expected, CLOSE);
                assertThat(rollout.returns[row]).isCloseTo((float) (expected + rollout.values[row]), CLOSE);
            }
        }
    }

    @Test
    void lambdaOneIsTheMonteCarloReturnMinusTheValue() {
        for (long seed = 0; seed < 200; seed++) {
            Rollout rollout = TestRollouts.random(RandomStream.of(seed));
            estimate(rollout, 0.97, 1);
            for (int row : rollout.rows()) {
                double expected = DirectAdvantage.monteCarlo(rollout, row, 0.97) - rollout.values[row];
                assertThat(rollout.advantages[row])
                        .as("seed %d, row %d", seed, row)
                        .isCloseTo((float) expected, CLOSE);
            }
        }
    }

    @Test
    void lambdaZeroIsTheTemporalDifference() {
        for (long seed = 0; seed < 200; seed++) {
            Rollout rollout = TestRollouts.random(RandomStream.of(seed));
            estimate(rollout, 0.97, 0);
            for (int row : rollout.rows()) {
                double expected = DirectAdvantage.temporalDifference(rollout, row, 0.97);
                assertThat(rollout.advantages[row])
                        .as("seed %d, row %d", seed, row)
                        .isCloseTo((float) expected, CLOSE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StepStatus.class,
            names = {"TERMINATED", "TRUNCATED"})
    void nothingFlowsOverTheEndOfAnEpisode(StepStatus end) {
        RandomStream random = RandomStream.of(1);
        Rollout rollout = TestRollouts.running(8, 2);
        for (int row = 0; row < 16; row++) {
            rollout.rewards[row] = random.nextGaussian();
            rollout.values[row] = random.nextGaussian();
            rollout.bootstrapValues[row] = random.nextGaussian();
        }
        rollout.statuses[rollout.row(3, 0)] = end;
        estimate(rollout, 0.99, 0.95);
        float[] before = rollout.advantages.clone();
        for (int t = 4; t < 8; t++) {
            rollout.rewards[rollout.row(t, 0)] += 100;
            rollout.values[rollout.row(t, 0)] -= 50;
        }
        rollout.bootstrapValues[rollout.row(7, 0)] += 70;
        estimate(rollout, 0.99, 0.95);
        for (int t = 0; t < 8; t++) {
            boolean after = t >= 4;
            assertThat(rollout.advantages[rollout.row(t, 0)] != before[rollout.row(t, 0)])
                    .isEqualTo(after);
            // the other slot's numbers are its own
            assertThat(rollout.advantages[rollout.row(t, 1)]).isEqualTo(before[rollout.row(t, 1)]);
        }
    }

    @Test
    void aTerminationIgnoresTheBootstrapValueAndATruncationTheNextRow() {
        Rollout terminated = threeSteps(StepStatus.TERMINATED);
        terminated.bootstrapValues[1] = Float.NaN;
        estimate(terminated, 0.5, 0.5);
        assertThat(terminated.advantages).containsExactly(1.25f, 1f, 2.5f);
        Rollout truncated = threeSteps(StepStatus.TRUNCATED);
        truncated.values[2] = 1000;
        estimate(truncated, 0.5, 0.5);
        assertThat(truncated.advantages[1]).isEqualTo(3f);
        assertThat(truncated.advantages[0]).isEqualTo(1.75f);
    }

    /**
     * With reward 1 and value 0 for ever, and {@code horizon} steps left, {@code A = (1 - (γλ)^k) / (1 - γλ)} plus the bootstrap.
     * With the right value {@code 1 / (1 - γ)} everywhere, every advantage is 0.
     */
    @ParameterizedTest
    @CsvSource({"0.9, 0", "0.9, 0.5", "0.9, 1", "0.99, 0.8", "0.99, 0.95", "0.999, 0.98", "0.5, 1", "0, 0.7"})
    void aConstantRewardHasAClosedForm(double discount, double gaeLambda) {
        int horizon = 400;
        Rollout blank = TestRollouts.running(horizon, 1);
        java.util.Arrays.fill(blank.rewards, 1);
        estimate(blank, discount, gaeLambda);
        double decay = discount * gaeLambda;
        for (int t = 0; t < horizon; t++) {
            double expected = (1 - Math.pow(decay, horizon - t)) / (1 - decay);
            assertThat((double) blank.advantages[t]).isCloseTo(expected, within(1e-6 * expected));
        }
        Rollout right = TestRollouts.running(horizon, 1);
        java.util.Arrays.fill(right.rewards, 1);
        java.util.Arrays.fill(right.values, (float) (1 / (1 - discount)));
        java.util.Arrays.fill(right.bootstrapValues, (float) (1 / (1 - discount)));
        estimate(right, discount, gaeLambda);
        for (int t = 0; t < horizon; t++) {
            // float rounding of the value, 2^-24 of it, summed over 1 / (1 - γλ) steps
            assertThat((double) right.advantages[t]).isCloseTo(0, within(1e-6 / (1 - discount)));
            assertThat((double) right.returns[t]).isCloseTo(1 / (1 - discount), within(2e-6 / (1 - discount)));
        }
    }

    /**
     * Rewards 1, 2, 3, 4 and values 0.5, 1, 1.5, 2; γ = 0.5; the second decision ends its episode by the rules, the fourth is followed by
     * a value of 6. Returns to go: 1 + 0.5 * 2 = 2 and 2; 3 + 0.5 * (4 + 0.5 * 6) = 6.5 and 4 + 0.5 * 6 = 7. λ means nothing to them.
     */
    @ParameterizedTest
    @CsvSource({
        "RETURN, 2 2 6.5 6.5",
        "RETURN_WITH_BASELINE, 1.5 1 5 4.5",
        "RETURN_TO_GO, 2 2 6.5 7",
        "RETURN_TO_GO_WITH_BASELINE, 1.5 1 5 5",
    })
    void returnsInsteadAreAsWorkedByHand(AdvantageEstimator estimator, String expected) {
        Rollout rollout = TestRollouts.single(new float[] {1, 2, 3, 4}, new float[] {0.5f, 1, 1.5f, 2});
        rollout.statuses[1] = StepStatus.TERMINATED;
        rollout.bootstrapValues[1] = Float.NaN;
        rollout.bootstrapValues[3] = 6;
        Advantages.estimate(rollout, ppo(estimator, 0.5, 0.3));
        assertThat(rollout.advantages).containsExactly(numbers(expected));
        assertThat(rollout.returns)
                .as("the value function learns the return to go, whatever the policy learns from")
                .containsExactly(2, 2, 6.5f, 7);
    }

    private static float[] numbers(String text) {
        String[] parts = text.split(" ");
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Float.parseFloat(parts[i]);
        }
        return numbers;
    }

    /** A truncated episode's return goes on with the value of its final observation: 2 + 0.5 * 4 = 4, then 1 + 0.5 * 4 = 3. */
    @Test
    void theReturnOfATruncatedEpisodeHasTheValueOfItsEnd() {
        Rollout rollout = TestRollouts.single(new float[] {1, 2, 3}, new float[] {9, 9, 9});
        rollout.statuses[1] = StepStatus.TRUNCATED;
        rollout.statuses[2] = StepStatus.TERMINATED;
        rollout.bootstrapValues[1] = 4;
        Advantages.estimate(rollout, ppo(AdvantageEstimator.RETURN, 0.5, 0));
        assertThat(rollout.advantages).containsExactly(3, 3, 3);
        Advantages.estimate(rollout, ppo(AdvantageEstimator.RETURN_TO_GO, 0.5, 0));
        assertThat(rollout.advantages).containsExactly(3, 4, 3);
    }

    @Test
    void returnsToGoAreTheMonteCarloSumsOnRandomRollouts() {
        for (long seed = 0; seed < 200; seed++) {
            Rollout rollout = TestRollouts.random(RandomStream.of(seed));
            Advantages.estimate(rollout, ppo(AdvantageEstimator.RETURN_TO_GO, 0.97, 0.5));
            float[] plain = rollout.advantages.clone();
            Advantages.estimate(rollout, ppo(AdvantageEstimator.RETURN_TO_GO_WITH_BASELINE, 0.97, 0.5));
            for (int row : rollout.rows()) {
                float expected = (float) DirectAdvantage.monteCarlo(rollout, row, 0.97);
                assertThat(plain[row]).as("seed %d, row %d", seed, row).isCloseTo(expected, CLOSE);
                assertThat(rollout.advantages[row]).isCloseTo(expected - rollout.values[row], CLOSE);
            }
        }
    }

    /** All decisions of an episode have the return of its first one, and slots know nothing of each other. */
    @Test
    void wholeReturnsAreThoseOfTheFirstDecisionOnRandomRollouts() {
        for (long seed = 0; seed < 200; seed++) {
            Rollout rollout = TestRollouts.random(RandomStream.of(seed));
            Advantages.estimate(rollout, ppo(AdvantageEstimator.RETURN, 0.97, 0.5));
            int[] episodes = rollout.episodes();
            Map<Integer, Float> firsts = new HashMap<>();
            for (int row : rollout.rows()) {
                float first = firsts.computeIfAbsent(
                        episodes[row], key -> (float) DirectAdvantage.monteCarlo(rollout, row, 0.97));
                assertThat(rollout.advantages[row])
                        .as("seed %d, row %d", seed, row)
                        .isCloseTo(first, CLOSE);
            }
        }
    }
}
