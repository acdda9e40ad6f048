package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sends a real signal to a real process: much of what may go wrong then is refused only while a JVM goes down. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Process.destroy kills there, instead of asking")
@Tag("slow")
final class StopSignalTest {
    @TempDir
    private Path runs;

    @Test
    void aSignalSavesTheRunAndSaysHowToGoOn() throws IOException, InterruptedException {
        Process process = TrainerProcess.train(runs, 1_000_000_000);
        StringBuilder text = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                text.append(line).append('\n');
                if (line.contains(" steps/s")) { // an iteration is over: it trains
                    process.toHandle().destroy(); // Process.destroy would close the stream, too
                }
            }
        }
        process.waitFor();

        Path run = TrainerProcess.run(runs);
        assertThat(text.toString())
                .contains("Stopped after", "train --resume " + run)
                .doesNotContain("\tat ", "failure");
        assertThat(run.resolve("checkpoints")).isNotEmptyDirectory();
        assertThat(run.resolve("latest.policy")).exists();
        assertThat(run.resolve("learning-curve.png")).exists();
        assertThat(run).isDirectoryNotContaining("glob:**.tmp");
    }

    /** A corridor whose class leaves a shutdown hook that never returns. */
    public static final class Hooked implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    LockSupport.park();
                }
            }));
            return new CorridorSimulation.Factory().create(settings);
        }
    }

    @Test
    @Timeout(120) // else it would be waited for for ever
    void aShutdownHookOfTheGameThatNeverReturnsIsNotWaitedFor() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "train",
                Hooked.class.getName(),
                "--runs",
                runs.toString(),
                "--tune",
                "0",
                "--steps",
                "256",
                "--set",
                "evaluation.finalEpisodes=1");
        Process process = TrainerProcess.of(runs, arguments).start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().toList())
                    .anyMatch(line -> line.startsWith("Policy:  "))
                    .last()
                    .asString()
                    .startsWith("A shutdown hook of the game has not come back within 10 seconds");
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aSignalWhileItsSpeedIsMeasuredLeavesNothing() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "train",
                CorridorSimulation.Factory.class.getName(),
                "--runs",
                runs.toString(),
                "--name",
                "trial",
                "--tune",
                "60");
        Process process = TrainerProcess.of(runs, arguments).start();
        StringBuilder text = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                text.append(line).append('\n');
                if (line.contains("Measuring what is fastest")) {
                    process.toHandle().destroy();
                }
            }
        }
        process.waitFor();

        assertThat(text.toString())
                .containsOnlyOnce("Stopped before training began")
                .doesNotContain("\tat ", "Tuned in");
        assertThat(TrainerProcess.run(runs)).doesNotExist();
    }
}
