package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(new StringWriter()));

    @TempDir
    private Path folder;

    @Test
    void aSecondTrainerIsKeptOutUntilTheFirstHasEnded() throws IOException {
        CorridorSimulation.Factory game = new CorridorSimulation.Factory();
        TrainingConfig config = RunFixtures.small(folder, game, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            assertThatThrownBy(() -> TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("The run '" + directory + "' is being trained by this very process")
                    .hasMessageContaining("Wait for it, or stop it");
            assertThat(lockInAnotherProcess(directory))
                    .as("the refusal must not free the lock")
                    .isEqualTo("taken");
            run.run();
        }
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
        assertThat(lockInAnotherProcess(directory)).isEqualTo("free");
    }

    /** On Windows nobody can remove it. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open can't be removed")
    void aTrainerWhoseLockWasRemovedWritesNoMore() throws IOException {
        CorridorSimulation.Factory game = new CorridorSimulation.Factory();
        TrainingConfig config = RunFixtures.small(folder, game, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            byte[] latest = Files.readAllBytes(directory.path().resolve("latest.policy"));
            Files.delete(directory.lock());
            Files.createFile(directory.lock()); // as a second trainer does
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("The file '" + directory.lock() + "', which keeps a second trainer out")
                    .hasMessageContaining("was removed")
                    .hasMessageContaining("train --resume " + directory)
                    .hasMessageContaining("the checkpoint of iteration 0 is kept");
            assertThat(directory.path().resolve("latest.policy")).hasBinaryContent(latest);
            assertThat(CheckpointStore.file(directory.checkpoints(), 0)).exists();
        }
    }

    private static String lockInAnotherProcess(RunDirectory directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Try.class.getName(),
                        directory.lock().toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            return output.readLine();
        }
    }

    /** Another process. */
    static final class Try {
        private Try() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "taken" : "free");
            }
        }
    }
}
