package io.github.gdxagents.training.run.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes round numbers on axes in little room: 250k, 1.5M.
 *
 * <p>Thread safety: stateless.
 */
public final class AxisLabel {
    /** With its zeros written out a label would be wider than the picture, and the library would look for one that fits for ever. */
    private static final double SHORTEST_AS_POWER = 1e12;

    private static final MathContext FOUR_DIGITS = new MathContext(4); // hides the last bits of sums
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private AxisLabel() {}

    /**
     * Writes a number.
     *
     * @param value any
     * @return with k, M or G for thousands, millions and billions
     */
    public static String label(double value) {
        double size = Math.abs(value);
        if (size >= SHORTEST_AS_POWER) {
            return scientific(value);
        }
        if (size >= 1e9) {
            return plain(value / 1e9) + "G";
        }
        if (size >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        if (size >= 1e4) {
            return plain(value / 1e3) + "k";
        }
        return size > 0 && size < 1e-3 ? scientific(value) : plain(value);
    }

    /** The same with two digits, for places between the powers of ten, where nobody expects more. */
    static String round(double value) {
        return label(new BigDecimal(value).round(TWO_DIGITS).doubleValue());
    }

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String scientific(double value) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return plain(value / Math.pow(10, exponent)) + "e" + exponent;
    }
}
