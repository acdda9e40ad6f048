package io.github.gdxagents.desktop.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadoutTest {
    private static String fixed(double number, int decimals) {
        StringBuilder target = new StringBuilder();
        Readout.appendFixed(target, number, decimals);
        return target.toString();
    }

    @Test
    void numbersReadAsStringFormatWritesThem() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double number = Math.round(random.nextGaussian() * 1e6) / 1e6 * 100 + 1e-7; // off the ties
            int decimals = random.nextInt(4);
            String expected =
                    String.format(Locale.ROOT, "%." + decimals + "f", number).replaceFirst("^-(0\\.?0*)$", "$1");
            assertThat(fixed(number, decimals))
                    .as("%s to %d decimals", number, decimals)
                    .isEqualTo(expected);
        }
    }

    @Test
    void smallNegativeNumbersHaveNoSign() {
        assertThat(fixed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(fixed(-0.0006, 3)).isEqualTo("-0.001");
    }

    @Test
    void whatIsNoNumberIsShownAsSuch() {
        assertThat(fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("-Infinity");
    }
}
