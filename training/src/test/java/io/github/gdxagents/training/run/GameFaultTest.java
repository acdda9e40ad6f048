package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.replay.ReplayPlayer;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees and keeps when the game breaks in the midst of training. */
final class GameFaultTest {
    private static final SimulationFactory SOUND = new CorridorSimulation.Factory();

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    @TempDir
    private Path folder;

    private TrainingConfig config(String name, String... assignments) {
        var loader = RunFixtures.small(folder, SOUND, "corridor").set("run.name=" + name, "test");
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    private RunSummary train(TrainingConfig config, SimulationFactory game) {
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            return run.run();
        }
    }

    /** Chooses the episode that begins as the n-th of the whole run; which one that is depends on threads, so there is one. */
    private static FragileCorridor breakingInEpisode(FragileCorridor.Break kind, int number) {
        Set<Long> begun = ConcurrentHashMap.newKeySet();
        AtomicInteger count = new AtomicInteger(); // the set's size may already count another thread's episode
        return new FragileCorridor(kind, seed -> begun.add(seed) && count.incrementAndGet() == number);
    }

    private static FragileCorridor breakingOften(FragileCorridor.Break kind) {
        return new FragileCorridor(kind, seed -> Math.floorMod(seed, 5) == 0);
    }

    private static List<Path> replays(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.faults())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.faults())) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trainingStopsSavesNamesTheFaultAndKeepsAReplay(boolean overlap) throws IOException {
        String[] settings = {"rollout.threads=1", "evaluation.everyIterations=0", "learner.overlap=" + overlap};
        TrainingConfig config = config("stop", settings);
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        FragileCorridor game = breakingInEpisode(FragileCorridor.Break.THROW, 9);
        RunException stop;
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            stop = catchThrowableOfType(RunException.class, run::run);
        }

        List<Path> replays = replays(directory);
        assertThat(replays).hasSize(1);
        Replay replay = ReplayFile.read(new FileHandle(replays.get(0).toFile()));
        assertThat(stop)
                .hasMessageMatching("(?s)Game 'corridor' broke in iteration \\d: instance \\d, episode seed "
                        + replay.episode().seed() + ", physics step 4: step\\(\\) threw java.lang.ArithmeticException:"
                        + " the floor gave way at "
                        + FragileCorridor.class.getName().replace("$", "\\$") + ".*")
                .hasMessageContaining("Reproduce it:  replay " + replays.get(0))
                .hasMessageContaining("The run is saved as of iteration ")
                .hasMessageContaining("train --resume " + directory)
                .hasMessageContaining("--restart-episodes")
                .hasMessageContaining("--on-fault restart");
        assertThat(replay.game()).isEqualTo("corridor");
        assertThat(replay.note()).contains("the floor gave way");
        Checkpoint saved = new CheckpointStore(directory.checkpoints(), 3, "").newest(news -> {});
        assertThat(stop)
                .hasMessageContaining("saved as of iteration " + saved.trainer().iteration() + ".");
        assertThat(PolicyReader.read(directory.path().resolve("latest.policy"))
                        .provenance()
                        .steps())
                .as("the latest policy is the checkpoint's")
                .isEqualTo(saved.trainer().steps())
                .isPositive();
        FragileCorridor always = new FragileCorridor(FragileCorridor.Break.THROW, seed -> true);
        assertThatThrownBy(() -> ReplayPlayer.play(always.create(always.settings()), replay.episode()))
                .isInstanceOf(GameFault.class)
                .hasMessageContaining("physics step 4: step() threw java.lang.ArithmeticException: the floor gave way");

        // the game is mended, and the run goes on as one that never broke
        try (TrainingRun run = TrainingRun.resume(config, SOUND, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
        RunDirectory expected = train(config("sound", settings), SOUND).directory();
        RunFiles.assertSame(directory, expected);
    }

    /** An instance may break twice in an iteration, and a run that goes on breaks again where it was, or elsewhere. */
    @Test
    void noReplayIsWrittenOverByAnother() throws IOException {
        TrainingConfig config = config("replays");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        RecordedSimulation game = new RecordedSimulation(SOUND.create(SOUND.settings()));
        for (String what : List.of("first", "second", "first")) {
            SimulationFault fault = SimulationFault.of(3, "instance 3", Map.of(), game.fault(what));
            RunFaults.replay(directory, config, "iteration-7", fault);
        }

        List<String> notes = new ArrayList<>();
        for (Path file : replays(directory)) {
            notes.add(file.getFileName() + ": "
                    + ReplayFile.read(new FileHandle(file.toFile())).note());
        }
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).startsWith("iteration-7-instance-3-2.replay: ").endsWith("second");
        assertThat(notes.get(1)).startsWith("iteration-7-instance-3.replay: ").endsWith("first");
    }

    @Test
    void aFaultInAnEvaluationIsNamedAndKeptToo() throws IOException {
        TrainingConfig config = config("evaluation", "rollout.threads=1");
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        List<Long> seeds = new ArrayList<>();
        FragileCorridor game = new FragileCorridor(FragileCorridor.Break.THROW, seed -> {
            boolean isEvaluation = Thread.currentThread().getName().equals("evaluation");
            seeds.add(isEvaluation ? seed : 0L);
            return isEvaluation;
        });
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("broke in iteration 2: evaluation, episode 1, episode seed ")
                    .hasMessageContaining("The run is saved as of iteration 2.");
        }
        assertThat(Files.readAllLines(directory.metrics()))
                .as("header and two iterations")
                .hasSize(3);
        Replay replay = ReplayFile.read(new FileHandle(replays(directory).get(0).toFile()));
        assertThat(seeds).contains(replay.episode().seed());
    }

    @Test
    void withRestartTheRunGoesOnAndCountsTheSameAtAnyNumberOfThreads() throws IOException {
        RunDirectory first = null;
        for (int threads : List.of(1, 2, 4)) {
            TrainingConfig config = config(
                    "restart-" + threads,
                    "faults.onGameFault=restart",
                    "rollout.threads=" + threads,
                    "evaluation.episodes=20",
                    "evaluation.finalEpisodes=30");
            FragileCorridor game = breakingOften(FragileCorridor.Break.THROW);
            RunSummary summary = train(config, game);
            assertThat(summary.finished()).isTrue();
            assertThat(summary.progress().restarts()).isGreaterThan(2);
            assertThat(replays(summary.directory())).hasSizeBetween(3, 10);
            assertThat(text.toString())
                    .contains("The instance is restarted. Reproduce it:  replay ")
                    .containsPattern("broke in iteration 4: evaluation, episode \\d+, episode seed ");
            assertThat(summary.evaluation().faults())
                    .as("of the final evaluation")
                    .isNotEmpty();
            assertThat(summary.evaluation().behaviors().get(0).returns().episodes())
                    .isEqualTo(30 - summary.evaluation().faults().size());
            if (first == null) {
                first = summary.directory();
            }
            RunFiles.assertSame(summary.directory(), first);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRestartedRunIsResumedByteForByteToo(boolean overlap) throws IOException {
        String[] settings = {
            "faults.onGameFault=restart",
            "rollout.threads=1",
            "evaluation.finalEpisodes=30",
            "learner.overlap=" + overlap
        };
        SimulationFactory game = breakingOften(FragileCorridor.Break.THROW);
        RunDirectory expected = train(config("whole", settings), game).directory();

        TrainingConfig config = config("parts", settings);
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        StoppingFactory stopping = new StoppingFactory(game);
        try (TrainingRun run = TrainingRun.start(config, stopping, directory, display)) {
            stopping.stopAfter(150, run);
            assertThat(run.run().finished()).isFalse();
        }
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
        RunFiles.assertSame(directory, expected);
    }

    @Test
    void ifEveryInstanceBreaksRestartingDoesNotHelp() {
        TrainingConfig config = config("all", "faults.onGameFault=restart");
        assertThatThrownBy(() -> train(config, new FragileCorridor(FragileCorridor.Break.THROW, seed -> true)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("the floor gave way")
                .hasMessageContaining("Everything broke at once, so that restarting does not help.")
                .satisfies(stop -> assertThat(stop.getMessage()).doesNotContain("--on-fault"));
    }

    @Test
    void aGameThatCanNotBeMadeAnewIsCountedWithoutAReplay() throws IOException {
        AtomicInteger made = new AtomicInteger();
        FragileCorridor fragile = breakingInEpisode(FragileCorridor.Break.THROW, 9);
        SimulationFactory game = settings -> {
            if (made.incrementAndGet() > 6) { // four instances and two for evaluations
                throw new IllegalStateException("no map");
            }
            return fragile.create(settings);
        };
        RunSummary summary =
                train(config("unmade", "faults.onGameFault=restart", "evaluation.everyIterations=0"), game);
        assertThat(summary.progress().restarts()).isGreaterThan(1);
        assertThat(replays(summary.directory())).hasSize(1);
        assertThat(text.toString())
                .containsPattern("instance \\d, can't be made: java.lang.IllegalStateException: no map at ")
                .contains("There is no episode to replay.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStepThatDoesNotComeBackIsNamedWithThePlaceInTheGame(boolean overlap) {
        TrainingConfig config = config(
                "hang", "faults.watchdogSeconds=1", "evaluation.everyIterations=0", "learner.overlap=" + overlap);
        FragileCorridor game = breakingInEpisode(FragileCorridor.Break.HANG, 6);
        try {
            assertThatThrownBy(() -> train(config, game))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("physics step 4: it has not come back for ")
                    .hasMessageContaining("s; its thread is at")
                    .hasMessageContaining(FragileCorridor.class.getName() + "$Fragile.hang(FragileCorridor.java:")
                    .hasMessageContaining("raise faults.watchdogSeconds (1)")
                    .hasMessageContaining("The run is saved as of iteration ")
                    .satisfies(stop -> assertThat(stop.getMessage()).doesNotContain("--on-fault"));
        } finally {
            game.release();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutMemoryTheUserLearnsWhatToLower(boolean overlap) {
        TrainingConfig config = config("memory", "evaluation.everyIterations=0", "learner.overlap=" + overlap);
        assertThatThrownBy(() -> train(config, breakingInEpisode(FragileCorridor.Break.NO_MEMORY, 9)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("Out of memory (Java heap space; the heap may have ")
                .hasMessageContaining("Lower rollout.instances (4), rollout.horizon (32) or network.hidden ([8])")
                .hasMessageContaining("-Xmx8g")
                .hasMessageContaining("The run is saved as of iteration ");
    }

    /** Frequent faults are told of ten times, and counted on. */
    @Test
    void manyRestartsDoNotFillTheScreen() throws IOException {
        TrainingConfig config = config(
                "often",
                "faults.onGameFault=restart",
                "ppo.totalSteps=4096",
                "rollout.instances=8",
                "rollout.threads=2",
                "evaluation.everyIterations=0");
        FragileCorridor game = breakingOften(FragileCorridor.Break.THROW);
        train(config, game);
        assertThat(text.toString().split("The instance is restarted", -1)).hasSize(11);
        assertThat(text.toString()).containsOnlyOnce("More than 10 instances were restarted");
    }
}
