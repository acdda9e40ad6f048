package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadCountsTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void theyKeepTheirOrder() {
        assertThat(BenchmarkCommand.threadCounts(List.of(3, 1, 2), 4)).containsExactly(3, 1, 2);
        assertThat(BenchmarkCommand.threadCounts(List.of(4), 4)).containsExactly(4);
    }

    @Test
    void zeroIsOnePerCore() {
        assertThat(BenchmarkCommand.threadCounts(List.of(0), 1 << 20)).containsExactly(CORES);
        assertThatThrownBy(() -> BenchmarkCommand.threadCounts(List.of(0, CORES), 1 << 20))
                .hasMessageContaining(CORES + " is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",1", "x", "1;2", "-1", "1.5", "99999999999", "5", "1,1", "1,01"})
    void otherListsAreRefused(String text) {
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .execute("benchmark", "lander", "--instances", "4", "--threads", text);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("threads").doesNotContain("Unexpected", "\tat ");
    }

    @Test
    void allFaultsAreListedAtOnce() {
        assertThatThrownBy(() -> BenchmarkCommand.threadCounts(List.of(1, 5, 1, -2), 4))
                .hasMessage(
                        "threads must list whole numbers from 1 to 4 (the instances), or 0 for one per core, such as 1,2,"
                                + " but in [1, 5, 1, -2] 5 is more than there are instances, 1 is there twice, -2 is no such"
                                + " number");
    }
}
