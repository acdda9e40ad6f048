package io.github.gdxagents.training.run.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadResultTest {
    /** 1000 decisions in 2 s: 0.8 s of simulation, 0.2 of inference, 0.5 of learning from each 4 times, so that 0.5 remain. */
    private static final Round ROUND = new Round(2000, 1000, 4000, 2, 0.8, 0.2, 0.5);

    /** The same on a machine that has become ten times as slow. */
    private static final Round SLOW = new Round(200, 1000, 4000, 20, 8, 2, 5);

    @Test
    void speedsAreWhatWasDoneOverTheTimeItTook() {
        ThreadResult result = new ThreadResult(1, List.of(ROUND));

        assertThat(result.speed(Activity.BARE_SIMULATION).median()).isEqualTo(2000);
        assertThat(result.speed(Activity.COLLECTION).median()).isCloseTo(1000 / 1.5, within(1e-9));
        assertThat(result.speed(Activity.LEARNING).median()).isEqualTo(8000);
        assertThat(result.speed(Activity.TRAINING).median()).isEqualTo(500);
    }

    @Test
    void sharesAddUpToOne() {
        ThreadResult result = new ThreadResult(1, List.of(ROUND));

        assertThat(result.share(Share.SIMULATION).median()).isCloseTo(0.4, within(1e-12));
        assertThat(result.share(Share.INFERENCE).median()).isCloseTo(0.1, within(1e-12));
        assertThat(result.share(Share.LEARNING).median()).isCloseTo(0.25, within(1e-12));
        assertThat(result.share(Share.REST).median()).isCloseTo(0.25, within(1e-12));
        assertThat(result.limit()).isEqualTo(Share.SIMULATION);
    }

    @Test
    void theLargestShareLimits() {
        assertThat(limit(0.1, 0.5, 0.2)).isEqualTo(Share.INFERENCE);
        assertThat(limit(0.1, 0.2, 0.5)).isEqualTo(Share.LEARNING);
        assertThat(limit(0.1, 0.2, 0.3)).isEqualTo(Share.REST);
    }

    private static Share limit(double simulation, double inference, double learning) {
        return new ThreadResult(1, List.of(new Round(1, 1, 1, 1, simulation, inference, learning))).limit();
    }

    /** Were ratios made of medians, a slow half of the bare simulations alone would already change them. */
    @Test
    void ratiosAreMadeInEachRound() {
        ThreadResult result = new ThreadResult(1, List.of(SLOW, ROUND, SLOW));

        assertThat(result.speed(Activity.TRAINING)).isEqualTo(new Figure(50, 50, 500));
        assertThat(result.ratio(Activity.TRAINING)).isEqualTo(new Figure(0.25, 0.25, 0.25));
        assertThat(result.ratio(Activity.COLLECTION).median()).isCloseTo(1 / 3.0, within(1e-12));

        Round onlyTrainingIsSlow = new Round(2000, 1000, 4000, 4, 0.8, 0.2, 0.5);
        ThreadResult mixed = new ThreadResult(1, List.of(ROUND, SLOW, onlyTrainingIsSlow));
        assertThat(mixed.ratio(Activity.TRAINING)).isEqualTo(new Figure(0.25, 0.125, 0.25));
    }

    @Test
    void gainsAreMadeInEachRoundToo() {
        Round doubled = new Round(3800, 1000, 4000, 1, 0.4, 0.1, 0.25);
        Round slowlyDoubled = new Round(380, 1000, 4000, 10, 4, 1, 2.5);
        ThreadResult one = new ThreadResult(1, List.of(ROUND, SLOW, SLOW));
        ThreadResult two = new ThreadResult(2, List.of(doubled, slowlyDoubled, slowlyDoubled));

        assertThat(two.speedUp(Activity.BARE_SIMULATION, one).median()).isCloseTo(1.9, within(1e-12));
        assertThat(two.speedUp(Activity.TRAINING, one)).isEqualTo(new Figure(2, 2, 2));
        assertThat(two.speedUp(Activity.TRAINING, two)).isEqualTo(new Figure(1, 1, 1));
    }

    /** A rollout is dealt into a whole number of minibatches: 8000 into 8 of 1000, where 1024 were wanted. */
    @ParameterizedTest
    @CsvSource({"8192, 1024, 48, 49152", "8000, 1024, 48, 48000", "100, 1024, 6, 600", "3000, 2000, 4, 6000"})
    void samplesAreDecisionsTimesEpochs(long steps, int minibatchSize, double updates, double samples) {
        assertThat(Round.samples(report(Map.of("walker", updates)), steps, minibatchSize))
                .isEqualTo(samples);
    }

    @Test
    void allBehaviorsLearn() {
        assertThat(Round.samples(report(Map.of("guard", 3.0, "scout", 5.0)), 400, 100))
                .isEqualTo(8 * 100);
    }

    @Test
    void whoHasNothingToLearnFromLearnsFromNoSamples() {
        IterationReport report = new IterationReport(1, 0, Map.of("walker", Map.of()), 0, 0, 0, 1, List.of());

        assertThat(Round.samples(report, 0, 100)).isZero();
    }

    private static IterationReport report(Map<String, Double> updates) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        updates.forEach((behavior, count) -> metrics.put(behavior, Map.of(Metric.UPDATES, count)));
        return new IterationReport(1, 0, metrics, 0, 0, 0, 1, List.of());
    }
}
