package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
final class ShellTextTest {
    @Test
    void argumentsAreQuotedWhereTheyMustBeAndPathsAreNoOptions() {
        assertThat(ShellText.argument(Path.of("runs/a"))).isEqualTo("runs/a");
        assertThat(ShellText.argument(Path.of("my runs/a"))).isEqualTo("'my runs/a'");
        assertThat(ShellText.argument(Path.of("it's"))).isEqualTo("'it'\\''s'");
        assertThat(ShellText.argument(Path.of("-x/a"))).isEqualTo("./-x/a");
        assertThat(ShellText.argument(new RunDirectory(Path.of("-x y")))).isEqualTo("'./-x y'");
        assertThat(ShellText.argument("-x")).isEqualTo("-x");
    }
}
