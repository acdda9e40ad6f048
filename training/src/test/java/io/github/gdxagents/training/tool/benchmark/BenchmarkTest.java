package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.run.SolitaryCorridor;
import io.github.gdxagents.training.tool.Part;
import io.github.gdxagents.training.tool.benchmark.BenchmarkResult.ThreadResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

final class BenchmarkTest {
    private static final int INSTANCES = 4;
    private static final int HORIZON = 16;

    static TrainingConfig config(CountedCorridors game, int threads) {
        ConfigLoader loader = ConfigLoader.forGame("corridor", game.settings());
        for (String assignment : List.of(
                "rollout.instances=" + INSTANCES,
                "rollout.horizon=" + HORIZON,
                "rollout.threads=" + threads,
                "learner.device=cpu",
                "ppo.epochs=2",
                "ppo.minibatchSize=32",
                "network.hidden=[4]")) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    private static BenchmarkResult run(CountedCorridors game, Rounds rounds, IntConsumer progress) {
        return new Benchmark(List.of(config(game, 1), config(game, 2)), game).run(rounds, progress);
    }

    @Test
    void everyNumberOfThreadsIsMeasuredInEveryRound() {
        CountedCorridors game = new CountedCorridors(Integer.MAX_VALUE);
        List<Integer> told = new ArrayList<>();

        BenchmarkResult result = run(game, new Rounds(3, 0), told::add);

        assertThat(told).containsExactly(0, 1, 2, 3);
        assertThat(result.rounds()).isEqualTo(3);
        assertThat(result.machine().device()).contains("CPU");
        assertThat(result.threads()).extracting(ThreadResult::threads).containsExactly(1, 2);
        int both = 2; // bare simulation and training
        assertThat(game.steps).hasValue(INSTANCES * HORIZON * both * 2 * (1 + 3));
        assertThat(game.disposed).hasValue(game.made.get());
    }

    @Test
    void figuresAreConsistent() {
        BenchmarkResult result = run(new CountedCorridors(Integer.MAX_VALUE), new Rounds(1, 0), round -> {});

        for (ThreadResult threads : result.threads()) {
            double bare = threads.of(TrainingRound::bareSpeed).median();
            double collection = threads.of(TrainingRound::collectionSpeed).median();
            double training = threads.of(TrainingRound::trainingSpeed).median();
            assertThat(collection).isGreaterThan(training);
            assertThat(threads.of(TrainingRound::collectionRatio).median()).isCloseTo(collection / bare, within(1e-9));
            assertThat(threads.of(TrainingRound::trainingRatio).median()).isCloseTo(training / bare, within(1e-9));
            assertThat(Arrays.stream(Part.values())
                            .mapToDouble(share -> threads.share(share).median())
                            .sum())
                    .isCloseTo(1, within(1e-9));
            // Two epochs: in the time of learning alone each decision is learned from twice.
            assertThat(threads.of(TrainingRound::learningSpeed).median()
                            * threads.share(Part.LEARNING).median()
                            / training)
                    .isCloseTo(2, within(1e-9));
        }
    }

    /** A benchmark of 2 s should not be a second's worth of compiling. */
    @Test
    void roundsBeforeTheMeasurementDontCount() {
        List<Integer> told = new ArrayList<>();

        BenchmarkResult result = run(new CountedCorridors(Integer.MAX_VALUE), new Rounds(1, 0.3), told::add);

        assertThat(told.subList(0, told.size() - 1)).isNotEmpty().containsOnly(0);
        assertThat(told).endsWith(1);
        assertThat(result.rounds()).isEqualTo(1);
        assertThat(result.threads())
                .allSatisfy(threads -> assertThat(threads.of(TrainingRound::trainingSpeed))
                        .as("of a single round")
                        .matches(speed -> speed.smallest() == speed.largest()));
    }

    @Test
    void aGameThatNeedsOneThreadIsMeasuredOnOne() {
        SolitaryCorridor game = new SolitaryCorridor();
        TrainingConfig four = config(new CountedCorridors(0), 4);

        BenchmarkResult result = new Benchmark(List.of(four), game).run(new Rounds(2, 0), round -> {});

        assertThat(result.threads()).extracting(ThreadResult::threads).containsExactly(1);
        assertThat(game.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void moreThreadsThanInstancesAreNotClaimed() {
        CountedCorridors game = new CountedCorridors(Integer.MAX_VALUE);

        BenchmarkResult result = new Benchmark(List.of(config(game, 9)), game).run(new Rounds(1, 0), round -> {});

        assertThat(result.threads()).extracting(ThreadResult::threads).containsExactly(INSTANCES);
    }

    /** At each of the instances that the two trainers and two bare simulations have. */
    @Test
    void nothingIsLeftBehindIfTheGameCannotBeMade() {
        for (int most = 0; most < 4 * INSTANCES; most++) {
            CountedCorridors game = new CountedCorridors(most);

            assertThatThrownBy(() -> run(game, new Rounds(1, 0), round -> {}))
                    .as("%d instances", most)
                    .hasStackTraceContaining("no room for more than " + most);
            assertThat(game.disposed).as("%d instances", most).hasValue(most);
        }
    }
}
