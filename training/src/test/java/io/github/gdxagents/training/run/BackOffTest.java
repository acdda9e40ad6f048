package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.EventFiles;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.ppo.TrainerState;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Networks with memory learn well for some iterations; then the game gives a reward that no loss survives, and the run goes back to the
 * checkpoint of its best policy, an iteration or more before, in the midst of episodes.
 */
@Tag("slow")
final class BackOffTest {
    private static final SimulationFactory SOUND = new CorridorSimulation.Factory();
    private static final int ITERATIONS = 10;
    /** Iterations before the one in which the game lapses. */
    private static final int RECORDED = 9;

    private static final double RATE = 0.01;

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    @TempDir
    private Path folder;

    private TrainingConfig config(String name, String... assignments) {
        ConfigLoader loader = RunFixtures.small(folder, SOUND, "corridor");
        for (String assignment : List.of(
                "run.name=" + name,
                "rollout.threads=1",
                "ppo.totalSteps=" + ITERATIONS * 128,
                "ppo.learningRate=" + RATE,
                "network.memory.kind=gru",
                "network.memory.size=4",
                "network.memory.sequenceLength=8",
                "normalization.rewards=false",
                "faults.onLearningFault=back-off")) {
            loader.set(assignment, "test");
        }
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    /** What was on disk when the fault was about to come. */
    private record Before(Checkpoint checkpoint, byte[] best) {
        static Before of(RunDirectory directory) throws IOException {
            return new Before(newest(directory), Files.readAllBytes(bestPolicy(directory)));
        }
    }

    private static Checkpoint newest(RunDirectory directory) {
        return new CheckpointStore(directory.checkpoints(), 3, "").newest(news -> {});
    }

    private static Checkpoint checkpoint(RunDirectory directory, int iteration) {
        return new CheckpointStore(directory.checkpoints(), 3, "").of(iteration).orElseThrow();
    }

    private static Path bestPolicy(RunDirectory directory) {
        return directory.path().resolve("best.policy");
    }

    private static PolicyModel read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return PolicyFile.read(stream);
        }
    }

    private static List<Integer> iterations(RunDirectory directory) {
        return DoubleStream.of(MetricsTable.read(directory.metrics()).column(IterationColumn.ITERATION))
                .mapToObj(iteration -> (int) iteration)
                .toList();
    }

    private static double[] rates(RunDirectory directory) {
        return MetricsTable.read(directory.metrics()).mean(Metric.LEARNING_RATE);
    }

    /** What a lapse of the game does on the way. */
    private interface Action {
        void take() throws IOException;
    }

    /** A single lapse, in the iteration after so many. */
    private static BooleanSupplier lapse(RunDirectory directory, int after, Action action) {
        AtomicBoolean isOver = new AtomicBoolean();
        return () -> {
            if (isOver.get() || iterations(directory).size() != after) {
                return false;
            }
            isOver.set(true);
            try {
                action.take();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        };
    }

    /** All but the time that it took. */
    private static RunProgress timeless(RunProgress progress, int backOffs) {
        return new RunProgress(
                0,
                progress.bestScore(),
                progress.bestIteration(),
                progress.bestSteps(),
                progress.bestFingerprint(),
                progress.targetSteps(),
                progress.targetSeconds(),
                progress.restarts(),
                backOffs);
    }

    /** Trains until the game lapses, and stops when the run has gone back. */
    private RunDirectory stopAfterGoingBack(TrainingConfig config, List<Before> seen) {
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        AtomicReference<TrainingRun> training = new AtomicReference<>();
        BooleanSupplier lapse = lapse(directory, RECORDED, () -> {
            seen.add(Before.of(directory));
            training.get().requestStop();
        });
        try (TrainingRun run = TrainingRun.start(config, new LavishCorridor(lapse), directory, display)) {
            training.set(run);
            assertThat(run.run().finished()).isFalse();
        }
        return directory;
    }

    private RunSummary resume(TrainingConfig config, RunDirectory directory) {
        try (TrainingRun run = TrainingRun.resume(config, SOUND, directory, display, RunningEpisodes.CONTINUE)) {
            return run.run();
        }
    }

    private static void assertBackedOff(TrainerState actual, TrainingConfig config, TrainerState from, int times) {
        try (Trainer fresh = new Trainer(config, SOUND)) {
            fresh.restore(from);
            for (int i = 0; i < times; i++) {
                fresh.backOff();
            }
            Exactly.assertSame(actual, fresh.state());
            Exactly.assertSame(actual.instances(), from.instances());
            Exactly.assertSame(
                    actual.learners().get(0).parameters(),
                    from.learners().get(0).parameters());
        }
    }

    @Test
    void everythingIsAsInTheCheckpointButForHalfTheLearningRate() throws IOException {
        TrainingConfig config = config("parts");
        List<Before> seen = new ArrayList<>();
        RunDirectory directory = stopAfterGoingBack(config, seen);
        Before before = seen.get(0);
        Checkpoint good = before.checkpoint();
        assertThat(good.trainer().iteration()).as("there is something to undo").isBetween(1, RECORDED - 1);
        assertThat(good.trainer().instances())
                .as("episodes were running, and something was remembered")
                .anySatisfy(instance -> {
                    assertThat(instance.episode()).isNotNull();
                    assertThat(instance.episode().steps()).isPositive();
                    assertThat(instance.slots().get(0).memory()).isNotEqualTo(new float[4]);
                });
        Checkpoint now = newest(directory);
        assertBackedOff(now.trainer(), config, good.trainer(), 1);
        assertThat(timeless(now.progress(), 1)).isEqualTo(timeless(good.progress(), 1));
        assertThat(now.progress().backOffs()).isEqualTo(1);
        assertThat(Files.readAllBytes(bestPolicy(directory))).isEqualTo(before.best());
        assertThat(read(bestPolicy(directory)).provenance().steps())
                .isEqualTo(good.progress().bestSteps());
        assertThat(read(directory.path().resolve("latest.policy")).provenance().steps())
                .isEqualTo(good.trainer().steps());
        assertThat(iterations(directory).size()).isEqualTo(good.trainer().iteration());
        assertThat(text.toString())
                .contains("Learning broke: iteration 10, behavior 'walker', update ")
                .contains("Rewards that large are the likely cause")
                .contains("Going back to iteration " + good.trainer().iteration() + " with half the learning rate.");
    }

    @Test
    void theRunThatGoesOnIsTheOneThatAResumeWouldGiveAndItsFiguresAreInOrder() throws IOException {
        RunDirectory directory = goesBackAndOn(config("whole"), RECORDED);

        TrainingConfig parts = config("parts");
        RunDirectory stopped = stopAfterGoingBack(parts, new ArrayList<>());
        assertThat(resume(parts, stopped).progress().backOffs()).isEqualTo(1);
        RunFiles.assertSame(stopped, directory);
    }

    /** The tenth rollout is collected while the ninth is learned from. */
    @Test
    void withOverlapItGoesBackWhenTheIterationComesThatWouldHaveLearnedFromIt() throws IOException {
        goesBackAndOn(config("overlap", "learner.overlap=true"), RECORDED - 1);
        assertThat(text.toString()).contains("Learning broke: iteration 10, behavior 'walker', update ");
    }

    /** A whole run in which the game lapses once so many iterations are recorded. */
    private RunDirectory goesBackAndOn(TrainingConfig whole, int recorded) throws IOException {
        RunDirectory directory = RunDirectory.create(whole, LocalDateTime.now());
        AtomicInteger wentBackTo = new AtomicInteger();
        BooleanSupplier lapse = lapse(
                directory,
                recorded,
                () -> wentBackTo.set(newest(directory).trainer().iteration()));
        try (TrainingRun run = TrainingRun.start(whole, new LavishCorridor(lapse), directory, display)) {
            RunSummary summary = run.run();
            assertThat(summary.finished()).isTrue();
            assertThat(summary.progress().backOffs()).isEqualTo(1);
        }
        assertThat(iterations(directory))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ITERATIONS).boxed().toList());
        double[] expected = new double[ITERATIONS];
        Arrays.setAll(expected, i -> i < wentBackTo.get() ? RATE : RATE / 2);
        assertThat(rates(directory)).containsExactly(expected);
        assertThat(EventFiles.shownSteps(directory.path()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, ITERATIONS)
                        .mapToObj(iteration -> 128 * iteration)
                        .toList());
        assertThat(read(bestPolicy(directory)).provenance().steps()).isEqualTo(stepsOfTheBest(directory));
        return directory;
    }

    /** Of the first evaluation that no other was better than. */
    private static long stepsOfTheBest(RunDirectory directory) {
        MetricsTable table = MetricsTable.read(directory.metrics());
        double[] scores = table.mean(EvaluationColumn.RETURN_MEAN);
        int best = 1; // the first evaluation is after two iterations
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return (long) table.column(IterationColumn.STEPS)[best];
    }

    /** All that know of the first back-off are damaged; the one before them knows neither of it nor of the best policy. */
    @Test
    void afterDamagedCheckpointsTheLearningRateIsStillWhatTheCountSays() throws IOException {
        TrainingConfig config = config("damaged", "run.checkpointSeconds=0", "evaluation.everyIterations=3");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        AtomicReference<TrainingRun> training = new AtomicReference<>();
        List<Checkpoint> seen = new ArrayList<>();
        BooleanSupplier first = lapse(directory, 3, () -> {});
        BooleanSupplier second = lapse(directory, 4, () -> {
            seen.add(newest(directory));
            Files.write(CheckpointStore.file(directory.checkpoints(), 4), new byte[100]);
            Files.write(CheckpointStore.file(directory.checkpoints(), 3), new byte[100]);
            seen.add(checkpoint(directory, 2));
            Files.delete(directory.config()); // the run knows what is in it
            training.get().requestStop();
        });
        LavishCorridor game = new LavishCorridor(() -> first.getAsBoolean() || second.getAsBoolean());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            training.set(run);
            run.run();
        }
        Checkpoint damaged = seen.get(0);
        Checkpoint older = seen.get(1);
        assertThat(damaged.progress().backOffs()).isEqualTo(1);
        assertThat(older.progress().backOffs()).isZero();
        assertThat(older.progress().hasBest()).isFalse();
        assertThat(damaged.progress().bestIteration()).isEqualTo(3);

        Checkpoint now = newest(directory);
        assertBackedOff(now.trainer(), config, older.trainer(), 2);
        assertThat(now.progress().backOffs()).isEqualTo(2);
        assertThat(timeless(now.progress(), 2)).isEqualTo(timeless(damaged.progress(), 2));
        assertThat(read(bestPolicy(directory)).provenance().steps())
                .isEqualTo(damaged.progress().bestSteps());

        assertThat(text.toString())
                .contains("'" + CheckpointStore.file(directory.checkpoints(), 4) + "' can't be used")
                .contains("'" + CheckpointStore.file(directory.checkpoints(), 3) + "' can't be used")
                .contains("Going back to iteration 2 with half the learning rate.");

        assertThat(resume(config, directory).progress().backOffs()).isEqualTo(2);
        assertThat(rates(directory))
                .startsWith(RATE, RATE, RATE / 4)
                .endsWith(RATE / 4)
                .hasSize(ITERATIONS);
    }
}
