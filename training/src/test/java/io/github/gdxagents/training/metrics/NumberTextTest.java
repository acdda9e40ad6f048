package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0.0 | 0",
                "1 | 1",
                "1.386294 | 1.39",
                "-0.5 | -0.5",
                "285.14 | 285",
                "999.4 | 999",
                "1000 | 1,000",
                "1007616 | 1,007,616",
                "-13107.6 | -13,108",
                "0.00312 | 0.00312",
                "0.0001 | 0.0001",
                "0.000025 | 2.5e-5",
                "1e-12 | 1.0e-12",
                "NaN | –",
                "Infinity | ∞",
                "-Infinity | −∞",
                "0.30000000000000004 | 0.3"
            })
    void threeDigitsAndNoMore(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void sharesAndCounts() {
        assertThat(NumberText.percent(0.0249)).isEqualTo("2.49 %");
        assertThat(NumberText.percent(1)).isEqualTo("100 %");
        assertThat(NumberText.count(1_007_616)).isEqualTo("1,007,616");
    }
}
