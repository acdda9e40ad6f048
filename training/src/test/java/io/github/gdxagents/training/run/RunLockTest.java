package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(new StringWriter()));

    @TempDir
    private Path folder;

    @Test
    void aSecondTrainerIsKeptOutUntilTheFirstHasEnded() {
        CorridorSimulation.Factory game = new CorridorSimulation.Factory();
        TrainingConfig config = RunFixtures.small(folder, game, "corridor").load();
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run = TrainingRun.start(config, game, directory, display)) {
            assertThatThrownBy(() -> TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("The run '" + directory + "' is being trained by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("Wait for it, or stop it");
            run.run();
        }
        try (TrainingRun run = TrainingRun.resume(config, game, directory, display, RunningEpisodes.CONTINUE)) {
            assertThat(run.run().finished()).isTrue();
        }
    }
}
