package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedConfigTest {
    @TempDir
    private Path folder;

    @Test
    void keysAreDottedAndValuesText() {
        SavedConfig config = SavedConfig.parse("""
                game: lander   # bundled
                ppo:
                  totalSteps: 1_000_000
                  learningRate: {start: 2e-3, end: 0}
                network:
                  hidden: [64, 32]
                evaluation: {targetReturn: .inf, lowest: -.inf, nothing: }
                """);

        assertThat(config.text("game", "?")).isEqualTo("lander");
        assertThat(config.number("ppo.totalSteps", 0)).isEqualTo(1_000_000);
        assertThat(config.number("ppo.learningRate.start", 0)).isEqualTo(2e-3);
        assertThat(config.number("network.hidden.1", 0)).isEqualTo(32);
        assertThat(config.number("evaluation.targetReturn", 0)).isPositive().isInfinite();
        assertThat(config.number("evaluation.lowest", 0)).isNegative().isInfinite();
        assertThat(config.number("game", -1)).as("no number").isEqualTo(-1);
        assertThat(config.number("absent", -1)).isEqualTo(-1);
        assertThat(config.text("evaluation.nothing", "none")).isEqualTo("none");
        assertThat(config.text("ppo.learning", "none")).isEqualTo("none");
        assertThat(config.yaml()).contains("# bundled");
        assertThat(SavedConfig.parse("").text("game", "none")).isEqualTo("none");
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        assertThatThrownBy(() -> SavedConfig.read(folder.resolve("config.yaml")))
                .isInstanceOf(MetricsException.class)
                .hasMessageContaining("config.yaml")
                .hasMessageContaining("Give the folder of a run");
        Path broken = Files.writeString(folder.resolve("config.yaml"), "a: [1, 2\nb: }");
        assertThatThrownBy(() -> SavedConfig.read(broken))
                .isInstanceOf(MetricsException.class)
                .hasMessageContaining("is not YAML");
    }
}
