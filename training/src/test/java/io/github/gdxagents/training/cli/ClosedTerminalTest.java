package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.CorridorSimulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads any more what the trainer shows: real processes, since a closed pipe is one only there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no hang-up signal")
final class ClosedTerminalTest {
    @TempDir
    private Path runs;

    private Process start(long steps) throws IOException {
        return TrainerProcess.of(
                        runs,
                        List.of(
                                "train",
                                CorridorSimulation.Factory.class.getName(),
                                "--runs",
                                runs.toString(),
                                "--name",
                                "trial",
                                "--tune",
                                "0",
                                "--steps",
                                Long.toString(steps),
                                "--set",
                                "evaluation.everyIterations=0"))
                .start();
    }

    private Path run() {
        return runs.resolve("CorridorSimulation-Factory/trial");
    }

    @Test
    void theRunGoesOnToItsEndWithoutAReader() throws IOException, InterruptedException {
        Process process = start(300_000);
        try (BufferedReader output = reader(process)) {
            assertThat(output.readLine()).startsWith("Training ");
        } // closes the pipe
        assertThat(process.waitFor()).isZero();
        assertThat(run().resolve("report.html")).exists();
        List<String> metrics = Files.readAllLines(run().resolve("metrics.csv"));
        String last = metrics.get(metrics.size() - 1);
        assertThat(Long.parseLong(last.split(",")[1])).isGreaterThanOrEqualTo(300_000);
    }

    @Test
    void aHangUpSavesTheRun() throws IOException, InterruptedException {
        Process process = start(1_000_000_000);
        boolean trains = false;
        try (BufferedReader output = reader(process)) {
            for (String line = output.readLine(); line != null && !trains; line = output.readLine()) {
                trains = line.contains(" steps/s");
            }
        }
        assertThat(trains).isTrue();
        TrainerProcess.signal(process, "HUP");
        process.waitFor();
        assertThat(run().resolve("latest.policy")).exists();
        assertThat(run().resolve("report.html")).content().contains("train --resume");
        assertThat(run()).isDirectoryNotContaining("glob:**.tmp");
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
