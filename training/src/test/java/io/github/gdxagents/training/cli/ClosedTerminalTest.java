package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reads any more what the trainer shows: real processes, since a closed pipe is one only there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no hang-up signal")
@Tag("slow")
final class ClosedTerminalTest {
    @TempDir
    private Path runs;

    private Path run() {
        return TrainerProcess.run(runs);
    }

    @Test
    void theRunGoesOnToItsEndWithoutAReader() throws IOException, InterruptedException {
        Process process = TrainerProcess.train(runs, 100_000);
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.startsWith("Training ")))
                    .isTrue();
        } // closes the pipe
        assertThat(process.waitFor()).isZero();
        assertThat(run().resolve("report.html")).exists();
        List<String> metrics = Files.readAllLines(run().resolve("metrics.csv"));
        String last = metrics.get(metrics.size() - 1);
        assertThat(Long.parseLong(last.split(",")[1])).isGreaterThanOrEqualTo(100_000);
    }

    @Test
    void aHangUpSavesTheRun() throws IOException, InterruptedException {
        Process process = TrainerProcess.train(runs, 1_000_000_000);
        boolean trains = false;
        try (BufferedReader output = process.inputReader()) {
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
}
