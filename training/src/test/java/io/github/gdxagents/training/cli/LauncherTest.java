package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.CorridorSimulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: a JVM that starts another. */
@Tag("slow")
final class LauncherTest {
    @TempDir
    private Path runs;

    private static Process launch(String trainJvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtrain.jvm=" + trainJvm,
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    @Test
    void theTrainersStatusIsOursAndTheUsersFlagsAreIts() throws IOException, InterruptedException {
        Process games = launch("-Xmx77m  -XshowSettings:vm", "games");
        assertThat(output(games)).contains("77.00M", "lander-continuous");
        assertThat(games.waitFor()).isZero();

        Process mistyped = launch("", "train", "lnader");
        assertThat(output(mistyped)).contains("There is no game 'lnader'");
        assertThat(mistyped.waitFor()).isEqualTo(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Process.destroy kills there, instead of asking")
    void aSignalReachesTheTrainerWhichIsWaitedFor() throws IOException, InterruptedException {
        Process process = launch(
                "-Xmx512m",
                "train",
                CorridorSimulation.Factory.class.getName(),
                "--tune",
                "0",
                "--runs",
                runs.toString(),
                "--name",
                "trial");
        StringBuilder text = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                text.append(line).append('\n');
                if (line.contains(" steps/s")) { // an iteration is over: it trains
                    process.toHandle().destroy(); // Process.destroy would close the stream, too
                }
            }
        }

        assertThat(process.waitFor()).as("as a shell says it: ended by SIGTERM").isEqualTo(128 + 15);
        assertThat(text.toString()).contains("Stopped after", "train --resume " + TrainerProcess.run(runs));
        assertThat(TrainerProcess.run(runs).resolve("report.html")).exists();
    }
}
