package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.curriculum.Lesson;
import io.github.gdxagents.training.metrics.IterationReport;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.tool.Part;
import io.github.gdxagents.training.tool.benchmark.BenchmarkResult.ThreadResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingRoundTest {
    /** 1000 decisions in 2 s: 0.8 s of simulation, 0.2 of inference, 0.5 of learning from each 4 times, so that 0.5 remain. */
    private static final TrainingRound ROUND = new TrainingRound(2000, 1000, 4000, 2, 0.8, 0.2, 0.5);

    /** The same on a machine that has become ten times as slow. */
    private static final TrainingRound SLOW = new TrainingRound(200, 1000, 4000, 20, 8, 2, 5);

    @Test
    void speedsAreWhatWasDoneOverTheTimeItTook() {
        ThreadResult result = new ThreadResult(1, List.of(ROUND));

        assertThat(result.of(TrainingRound::bareSpeed).median()).isEqualTo(2000);
        assertThat(result.of(TrainingRound::collectionSpeed).median()).isCloseTo(1000 / 1.5, within(1e-9));
        assertThat(result.of(TrainingRound::learningSpeed).median()).isEqualTo(8000);
        assertThat(result.of(TrainingRound::trainingSpeed).median()).isEqualTo(500);
    }

    @Test
    void sharesAddUpToOne() {
        ThreadResult result = new ThreadResult(1, List.of(ROUND));

        assertThat(result.share(Part.SIMULATION).median()).isCloseTo(0.4, within(1e-12));
        assertThat(result.share(Part.INFERENCE).median()).isCloseTo(0.1, within(1e-12));
        assertThat(result.share(Part.LEARNING).median()).isCloseTo(0.25, within(1e-12));
        assertThat(result.share(Part.REST).median()).isCloseTo(0.25, within(1e-12));
        assertThat(result.limit()).isEqualTo(Part.SIMULATION);
    }

    @Test
    void theLargestShareLimits() {
        assertThat(limit(0.1, 0.5, 0.2)).isEqualTo(Part.INFERENCE);
        assertThat(limit(0.1, 0.2, 0.5)).isEqualTo(Part.LEARNING);
        assertThat(limit(0.1, 0.2, 0.3)).isEqualTo(Part.REST);
    }

    private static Part limit(double simulation, double inference, double learning) {
        return new ThreadResult(1, List.of(new TrainingRound(1, 1, 1, 1, simulation, inference, learning))).limit();
    }

    /** Were ratios made of medians, a slow half of the bare simulations alone would already change them. */
    @Test
    void ratiosAreMadeInEachRound() {
        ThreadResult result = new ThreadResult(1, List.of(SLOW, ROUND, SLOW));

        assertThat(result.of(TrainingRound::trainingSpeed)).isEqualTo(new Spread(50, 50, 500));
        assertThat(result.of(TrainingRound::trainingRatio)).isEqualTo(new Spread(0.25, 0.25, 0.25));
        assertThat(result.of(TrainingRound::collectionRatio).median()).isCloseTo(1 / 3.0, within(1e-12));

        TrainingRound onlyTrainingIsSlow = new TrainingRound(2000, 1000, 4000, 4, 0.8, 0.2, 0.5);
        ThreadResult mixed = new ThreadResult(1, List.of(ROUND, SLOW, onlyTrainingIsSlow));
        assertThat(mixed.of(TrainingRound::trainingRatio)).isEqualTo(new Spread(0.25, 0.125, 0.25));
    }

    @Test
    void gainsAreMadeInEachRoundToo() {
        TrainingRound doubled = new TrainingRound(3800, 1000, 4000, 1, 0.4, 0.1, 0.25);
        TrainingRound slowlyDoubled = new TrainingRound(380, 1000, 4000, 10, 4, 1, 2.5);
        ThreadResult one = new ThreadResult(1, List.of(ROUND, SLOW, SLOW));
        ThreadResult two = new ThreadResult(2, List.of(doubled, slowlyDoubled, slowlyDoubled));

        assertThat(two.speedUp(TrainingRound::bareSpeed, one).median()).isCloseTo(1.9, within(1e-12));
        assertThat(two.speedUp(TrainingRound::trainingSpeed, one)).isEqualTo(new Spread(2, 2, 2));
        assertThat(two.speedUp(TrainingRound::trainingSpeed, two)).isEqualTo(new Spread(1, 1, 1));
    }

    /** A rollout is dealt into a whole number of minibatches: 8000 into 8 of 1000, where 1024 were wanted. */
    @ParameterizedTest
    @CsvSource({"8192, 1024, 48, 49152", "8000, 1024, 48, 48000", "100, 1024, 6, 600", "3000, 2000, 4, 6000"})
    void samplesAreDecisionsTimesEpochs(long steps, int minibatchSize, double updates, double samples) {
        assertThat(TrainingRound.samples(report(Map.of("walker", updates)), steps, minibatchSize))
                .isEqualTo(samples);
    }

    @Test
    void allBehaviorsLearn() {
        assertThat(TrainingRound.samples(report(Map.of("guard", 3.0, "scout", 5.0)), 400, 100))
                .isEqualTo(8 * 100);
    }

    @Test
    void whoHasNothingToLearnFromLearnsFromNoSamples() {
        IterationReport report =
                new IterationReport(1, 0, Lesson.NONE, Map.of("walker", Map.of()), Map.of(), 0, 0, 0, 1, List.of());

        assertThat(TrainingRound.samples(report, 0, 100)).isZero();
    }

    private static IterationReport report(Map<String, Double> updates) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        updates.forEach((behavior, count) -> metrics.put(behavior, Map.of(Metric.UPDATES, count)));
        return new IterationReport(1, 0, Lesson.NONE, metrics, Map.of(), 0, 0, 0, 1, List.of());
    }
}
