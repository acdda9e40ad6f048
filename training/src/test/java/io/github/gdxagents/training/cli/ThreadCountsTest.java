package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadCountsTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void theyKeepTheirOrder() {
        assertThat(BenchmarkCommand.threadCounts("3, 1,2", 4)).containsExactly(3, 1, 2);
        assertThat(BenchmarkCommand.threadCounts("4", 4)).containsExactly(4);
    }

    @Test
    void zeroIsOnePerCore() {
        assertThat(BenchmarkCommand.threadCounts("0", 1 << 20)).containsExactly(CORES);
        assertThatThrownBy(() -> BenchmarkCommand.threadCounts("0," + CORES, 1 << 20))
                .hasMessageContaining(CORES + " is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "1,", ",1", "x", "1;2", "-1", "1.5", "99999999999", "5", "1,1", "1,01"})
    void otherListsAreRefused(String text) {
        assertThatThrownBy(() -> BenchmarkCommand.threadCounts(text, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("threads must list")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void allFaultsAreListedAtOnce() {
        assertThatThrownBy(() -> BenchmarkCommand.threadCounts("1,x,5,1,-2", 4))
                .hasMessage(
                        "threads must list whole numbers from 1 to 4 (the instances), or 0 for one per core, such as 1,2,"
                                + " but in '1,x,5,1,-2' 'x' is no such number, 5 is more than there are instances, 1 is there"
                                + " twice, '-2' is no such number");
    }
}
