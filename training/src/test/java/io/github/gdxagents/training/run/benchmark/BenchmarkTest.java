package io.github.gdxagents.training.run.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    static BenchmarkResult run(CountedCorridors game, BenchmarkEffort effort, BenchmarkProgress progress) {
        return new Benchmark(List.of(config(game, 1), config(game, 2)), game, effort).run(progress);
    }

    @Test
    void everyNumberOfThreadsIsMeasuredInEveryRound() {
        CountedCorridors game = new CountedCorridors(Integer.MAX_VALUE);
        List<String> told = new ArrayList<>();

        BenchmarkResult result =
                run(game, new BenchmarkEffort(3, 0), (round, rounds) -> told.add(round + " of " + rounds));

        assertThat(told).containsExactly("0 of 3", "1 of 3", "2 of 3", "3 of 3");
        assertThat(result.rounds()).isEqualTo(3);
        assertThat(result.machine().device()).contains("CPU");
        assertThat(result.threads()).extracting(ThreadResult::threads).containsExactly(1, 2);
        int both = 2; // bare simulation and training
        assertThat(game.steps).hasValue(INSTANCES * HORIZON * both * 2 * (1 + 3));
        assertThat(game.disposed).hasValue(game.made.get());
    }

    @Test
    void figuresAreConsistent() {
        BenchmarkResult result =
                run(new CountedCorridors(Integer.MAX_VALUE), new BenchmarkEffort(1, 0), BenchmarkProgress.NONE);

        for (ThreadResult threads : result.threads()) {
            double bare = threads.speed(Activity.BARE_SIMULATION).median();
            double collection = threads.speed(Activity.COLLECTION).median();
            double training = threads.speed(Activity.TRAINING).median();
            assertThat(collection).isGreaterThan(training);
            assertThat(threads.ratio(Activity.COLLECTION).median()).isCloseTo(collection / bare, within(1e-9));
            assertThat(threads.ratio(Activity.TRAINING).median()).isCloseTo(training / bare, within(1e-9));
            assertThat(Arrays.stream(Share.values())
                            .mapToDouble(share -> threads.share(share).median())
                            .sum())
                    .isCloseTo(1, within(1e-9));
            // Two epochs: in the time of learning alone each decision is learned from twice.
            assertThat(threads.speed(Activity.LEARNING).median()
                            * threads.share(Share.LEARNING).median()
                            / training)
                    .isCloseTo(2, within(1e-9));
        }
    }

    /** A benchmark of 2 s should not be a second's worth of compiling. */
    @Test
    void roundsBeforeTheMeasurementDontCount() {
        List<Integer> told = new ArrayList<>();

        BenchmarkResult result = run(
                new CountedCorridors(Integer.MAX_VALUE),
                new BenchmarkEffort(1, 0.3),
                (round, rounds) -> told.add(round));

        assertThat(told.subList(0, told.size() - 1)).isNotEmpty().containsOnly(0);
        assertThat(told).endsWith(1);
        assertThat(result.rounds()).isEqualTo(1);
        assertThat(result.threads())
                .allSatisfy(threads -> assertThat(threads.speed(Activity.TRAINING))
                        .as("of a single round")
                        .isEqualTo(Figure.of(
                                new double[] {threads.speed(Activity.TRAINING).median()})));
    }

    @Test
    void moreThreadsThanInstancesAreNotClaimed() {
        CountedCorridors game = new CountedCorridors(Integer.MAX_VALUE);

        BenchmarkResult result =
                new Benchmark(List.of(config(game, 9)), game, new BenchmarkEffort(1, 0)).run(BenchmarkProgress.NONE);

        assertThat(result.threads()).extracting(ThreadResult::threads).containsExactly(INSTANCES);
    }

    /** At each of the instances that the two trainers and two bare simulations have. */
    @Test
    void nothingIsLeftBehindIfTheGameCannotBeMade() {
        for (int most = 0; most < 4 * INSTANCES; most++) {
            CountedCorridors game = new CountedCorridors(most);

            assertThatThrownBy(() -> run(game, new BenchmarkEffort(1, 0), BenchmarkProgress.NONE))
                    .as("%d instances", most)
                    .hasStackTraceContaining("no room for more than " + most);
            assertThat(game.disposed).as("%d instances", most).hasValue(most);
        }
    }
}
