package io.github.gdxagents.training.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes numbers for people: three significant digits, no more. */
public final class NumberText {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final double SMALLEST_PLAIN = 1e-4;

    private NumberText() {}

    /** {@return such as {@code 0.0125}, {@code 1.39}, {@code 285}, {@code 13,107}, {@code 2.5e-7}; a dash for NaN} */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return format("%,.0f", value);
        }
        if (size > 0 && size < SMALLEST_PLAIN) {
            return format("%.1e", value).replaceFirst("e([+-])0*", "e$1");
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** {@return a share of 1 in per cent, such as {@code 2.5 %}} */
    public static String percent(double share) {
        return of(100 * share) + " %";
    }

    /** {@return a text as of {@link String#format}, in the root locale} */
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** {@return such as {@code 1 thread} or {@code 2 threads}} */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@return a whole number with commas, such as {@code 1,007,616}} */
    public static String count(long count) {
        return format("%,d", count);
    }
}
