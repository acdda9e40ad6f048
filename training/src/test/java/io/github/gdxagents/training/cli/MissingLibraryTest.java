package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told on a machine that TensorFlow has no native library for. */
@Tag("slow")
final class MissingLibraryTest {
    private static final String GPU_BUILD = "/org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so";

    @TempDir
    private Path folder;

    @Test
    void trainingSaysWhatIsMissingAndLeavesNoRunBehind() throws IOException, InterruptedException {
        String output = train();

        assertThat(output)
                .containsOnlyOnce("TensorFlow's native library can't be loaded on this machine (")
                .contains("jnitensorflow", "It exists for Linux on amd64")
                .doesNotContain("\tat ", "Unexpected failure");
        try (Stream<Path> left = Files.walk(folder.resolve("runs"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void librariesOfCudaAreNotSearchedForWithoutABuildForGpus() throws IOException, InterruptedException {
        assumeThat(MissingLibraryTest.class.getResource(GPU_BUILD))
                .as("a build for GPUs on the class path")
                .isNull();

        assertThat(train("-Dorg.bytedeco.javacpp.logger.debug=true"))
                .contains("Loading library jnitensorflow")
                .doesNotContain("cudart");
    }

    /** Fails, and gives what it printed. */
    private String train(String... flags) throws IOException, InterruptedException {
        ProcessBuilder builder = TrainerProcess.of(
                folder,
                List.of("train", "lander", "--runs", folder.resolve("runs").toString(), "--tune", "0"));
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-Dorg.bytedeco.javacpp.platform=linux-riscv64 " + String.join(" ", flags));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return output;
    }
}
