package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only there a variable names the display")
class NoDisplayTest {
    @TempDir
    private Path folder;

    @Test
    void withoutADisplayAMessageSaysSoAndWhatToDo() throws Exception {
        WindowRun run = WindowRun.of(folder, null, "play", "lander");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("No display: neither DISPLAY nor WAYLAND_DISPLAY is set.")
                .contains("xvfb-run");
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() throws Exception {
        WindowRun run = WindowRun.of(folder, ":65000", "play", "lander");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No display:").contains("DISPLAY=:65000").contains("xvfb-run");
        assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    }
}
