package io.github.gdxagents.training.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.metrics.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule with figures on both sides of its limit, and the iteration at which it speaks. */
final class HealthRulesTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int NEVER = -1;

    private final HealthScript script = HealthScript.withoutSettings();

    // ------------------------------------------------------------------ entropy

    /** 2 % of 1.386 is 0.0277. */
    @ParameterizedTest
    @CsvSource({"0.0276, 15", "0.0279, -1", "0, 15"})
    void entropyHasCollapsedWhenItIsNearNothingAndATinyShareOfItsStart(double entropy, int expected) {
        script.setReturn(0).set(Metric.ENTROPY, 1.386).play(10).set(Metric.ENTROPY, entropy);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    /** Whether its certainty is what was wanted, nobody knows. */
    @Test
    void nothingIsSaidOfTheEntropyOfABehaviorThatHasEndedNoEpisode() {
        script.set(Metric.ENTROPY, 1.386).play(10).set(Metric.ENTROPY, 0);

        assertThat(script.playUntilChange()).isEqualTo(NEVER);
    }

    @Test
    void aTinyShareOfALargeEntropyIsNoCollapse() {
        script.setReturn(0).set(Metric.ENTROPY, 10).play(10).set(Metric.ENTROPY, 0.06);

        assertThat(script.playUntilChange()).isEqualTo(NEVER);
    }

    @Test
    void theWarningOfACollapseHasItsFigures() {
        script.setReturn(0)
                .set(Metric.ENTROPY, 1.5)
                .play(10)
                .set(Metric.ENTROPY, 0.003)
                .play(5);

        assertThat(script.only().message())
                .isEqualTo(
                        "Warning: entropy has collapsed, since iteration 11 (1,100 steps). It is 0.003 nats, 0.2 % of the"
                                + " 1.5 at the start: the policy hardly tries anything else any more. If the returns are not what you"
                                + " want yet, raise ppo.entropyCoefficient or ppo.clipRangeUpper, or lower ppo.learningRate.");
    }

    @ParameterizedTest
    @CsvSource({"199, 15", "200, -1"})
    void certaintyIsWhatWasWantedOnceTheTargetIsReached(double mean, int expected) {
        HealthScript solved = new HealthScript(new HealthSettings(0, 0, 200))
                .set(Metric.EPISODE_RETURN_MEAN, mean)
                .set(Metric.EPISODE_RETURN_MIN, 0)
                .set(Metric.EPISODE_RETURN_MAX, 1000);
        solved.set(Metric.ENTROPY, 1.4).play(10).set(Metric.ENTROPY, 0.001);

        assertThat(solved.playUntilChange()).isEqualTo(expected);
    }

    /** Returns seen: -50 to 150, a range of 200; 5 % of it is 10. */
    @ParameterizedTest
    @CsvSource({"139, 15", "141, -1"})
    void certaintyIsWhatWasWantedWhereTheMeanEpisodeIsAsGoodAsTheBestEverSeen(double mean, int expected) {
        script.setReturn(0).set(Metric.ENTROPY, 1.4).play(5).setReturn(100).play(5);
        script.set(Metric.ENTROPY, 0.001).set(Metric.EPISODE_RETURN_MEAN, mean).set(Metric.EPISODE_RETURN_MAX, mean);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    @Test
    void entropyOfContinuousActionsMayBeNegative() {
        script.set(Metric.EPISODE_RETURN_MEAN, 0)
                .set(Metric.STANDARD_DEVIATION, 0.5)
                .set(Metric.ENTROPY, 1)
                .play(10)
                .set(Metric.ENTROPY, -3);

        assertThat(script.playUntilChange()).isEqualTo(NEVER);
    }

    // ------------------------------------------------------------------ standard deviation

    @ParameterizedTest
    @CsvSource({"0.6, 0.019, 15", "0.6, 0.021, -1", "0.05, 0.006, -1", "0.05, 0.004, 15"})
    void deviationHasCollapsedWhenItIsTinyAndATenthOfItsStart(double start, double now, int expected) {
        script.set(Metric.STANDARD_DEVIATION, start).play(10).set(Metric.STANDARD_DEVIATION, now);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 1.51, 15", "0.6, 1.49, -1", "1, 1.9, -1", "1, 2.1, 15", "3, 4.9, -1", "3, 5.1, 15"})
    void deviationGrowsWhenMostActionsAreCutOffAndItHasDoubled(double start, double now, int expected) {
        script.set(Metric.STANDARD_DEVIATION, start).play(10).set(Metric.STANDARD_DEVIATION, now);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    // ------------------------------------------------------------------ value function

    @ParameterizedTest
    @CsvSource({"-0.06, 1, 20", "-0.04, 1, -1", "-0.06, 0.011, 20", "-0.06, 0.009, -1"})
    void aValueFunctionHarmsWhenItIsWorseThanAConstantAndItsErrorsCount(double explained, double loss, int patience) {
        script.set(Metric.EXPLAINED_VARIANCE, 0.5)
                .set(Metric.VALUE_LOSS, 1)
                .play(10)
                .set(Metric.EXPLAINED_VARIANCE, explained)
                .set(Metric.VALUE_LOSS, loss);

        assertThat(script.playUntilChange()).isEqualTo(patience == NEVER ? NEVER : 10 + patience);
    }

    /** The highest of the first ten iterations is 4. */
    @ParameterizedTest
    @CsvSource({"41, -1.1, 13", "39, -1.1, -1", "41, -0.9, -1"})
    void theValueLossExplodesWhenItGrowsTenfoldAndReturnsDoNot(double loss, double explained, int expected) {
        script.set(Metric.EXPLAINED_VARIANCE, 0)
                .set(Metric.VALUE_LOSS, 4)
                .play(1)
                .set(Metric.VALUE_LOSS, 1)
                .play(9)
                .set(Metric.VALUE_LOSS, loss)
                .set(Metric.EXPLAINED_VARIANCE, explained);

        int told = script.playUntilChange(); // the rule for the explained variance alone would speak at 30
        assertThat(told < 30 ? told : NEVER).isEqualTo(expected);
    }

    // ------------------------------------------------------------------ policy update

    @ParameterizedTest
    @CsvSource({"0, 0.11, 10", "0, 0.099, -1", "0.01, 0.031, 10", "0.01, 0.029, -1", "0.2, 0.5, -1"})
    void theDivergenceIsComparedWithItsTargetIfThereIsOne(double target, double divergence, int expected) {
        HealthScript run = new HealthScript(new HealthSettings(target, 0, NONE)).set(Metric.KL, divergence);

        assertThat(run.playUntilChange()).isEqualTo(expected);
    }

    @Test
    void theEstimateCountsWhereThereIsNoClosedForm() {
        script.set(Metric.APPROX_KL, 0.2).set(Metric.KL, 0.01).play(20);
        assertThat(script.told()).isEmpty();

        script.set(Metric.KL, Double.NaN);
        assertThat(script.playUntilChange()).isEqualTo(30);
    }

    @Test
    void theWarningOfADivergenceNamesItsTarget() {
        HealthScript run = new HealthScript(new HealthSettings(0.01, 0, NONE))
                .set(Metric.KL, 0.05)
                .play(10);

        assertThat(run.only().words()).startsWith("It is 0.05 nats, 5 times its target of 0.01: an iteration");
    }

    @ParameterizedTest
    @CsvSource({"0.49, 5", "0.51, -1"})
    void fewEffectiveSamplesAreLessThanHalf(double share, int expected) {
        assertThat(script.set(Metric.EFFECTIVE_SAMPLE_SIZE, share).playUntilChange())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.21, 5", "0.3, 0.19, -1", "0, 0.6, 5", "0.6, 0, 5"})
    void mostSamplesAreMoreThanHalfOfThemOnBothSidesTogether(double below, double above, int expected) {
        script.set(Metric.CLIP_FRACTION_LOWER, below).set(Metric.CLIP_FRACTION_UPPER, above);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 101, 20", "0.5, 99, -1", "2, 101, -1", "0, 1e9, -1"})
    void theGradientIsComparedWithItsClip(double clip, double norm, int expected) {
        HealthScript run = new HealthScript(new HealthSettings(0, clip, NONE)).set(Metric.GRADIENT_NORM, norm);

        assertThat(run.playUntilChange()).isEqualTo(expected);
    }

    // ------------------------------------------------------------------ returns

    /** The range of returns is 100, so 5 more are no progress; the start is known with the tenth iteration, 40 make it patience. */
    @ParameterizedTest
    @CsvSource({"4.9, 1.37, 49", "5.1, 1.37, -1", "4.9, 1.35, -1", "-200, 1.386, 49"})
    void nothingHasBeenLearnedWhenReturnsAreFlatAndThePolicyIsAsRandomAsEver(
            double mean, double entropy, int expected) {
        script.setReturn(0).set(Metric.ENTROPY, 1.386).play(10);
        script.set(Metric.EPISODE_RETURN_MEAN, mean).set(Metric.ENTROPY, entropy);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.59, 49", "0.58, -1"})
    void theDeviationIsTheMeasureWhereThereIsOne(double deviation, int expected) {
        script.setReturn(0)
                .set(Metric.ENTROPY, -1)
                .set(Metric.STANDARD_DEVIATION, 0.6)
                .play(10);
        script.set(Metric.ENTROPY, -5).set(Metric.STANDARD_DEVIATION, deviation);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    /** The returns of a harder lesson are lower, and nothing is lost; but what is lost within it is told of. */
    @Test
    void aNewLessonBeginsAnew() {
        HealthScript script = HealthScript.withoutSettings();
        script.lesson(1).setReturn(0).play(20).setReturn(60).play(20);
        assertThat(script.lesson(2).setReturn(0).play(50).told()).isEmpty();
        script.setReturn(60).play(20).setReturn(10).play(5);
        assertThat(script.only().title()).isEqualTo("what was learned is being lost");
    }

    /** From 0 to 60 is a gain of more than half of the range of 100; half of it is lost below 30. */
    @ParameterizedTest
    @CsvSource({"60, 29, 16", "60, 31, -1", "49, -40, -1"})
    void whatWasLearnedIsLostWhenMoreThanHalfOfAGainIsGone(double best, double now, int expected) {
        script.setReturn(0).play(10).setReturn(best).play(1).setReturn(now);

        assertThat(script.playUntilChange()).isEqualTo(expected);
    }

    @Test
    void whereSeveralBehaviorsLearnOneMayLoseWhatTheOtherWins() {
        HealthCheck check = new HealthCheck(new HealthSettings(0, 0, NONE));
        for (int i = 1; i <= 100; i++) {
            Map<Metric, Double> figures = Map.of(
                    Metric.EPISODE_RETURN_MEAN,
                    i > 10 && i < 20 ? 100.0 : 0.0,
                    Metric.EPISODE_RETURN_MIN,
                    -1.0,
                    Metric.EPISODE_RETURN_MAX,
                    101.0);
            check.look(i, i, Map.of("guard", figures, "scout", figures));
        }

        assertThat(check.warnings()).isEmpty();
    }
}
