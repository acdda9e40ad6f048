package io.github.gdxagents.training.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What an axis shows, from its lower end to its upper; logarithmic, with equal factors equally long, only above 0. */
record Axis(double from, double to, boolean logarithmic) {
    /** A smaller share of a value is nothing to the eye; with steps below the last bit of its ends the library would never end an axis. */
    private static final double SAME = 1e-9;

    /** Farther from 0 the library would look for its labels for ever, and squares of differences would be no numbers. */
    private static final double LARGEST = 1e30;

    /** What is nearer to 0 is 0. */
    private static final double SMALLEST = 1e-30;

    private static final double PADDING = 0.06;
    /** From here on small values can't be seen beside large ones. */
    private static final double DECADES_THAT_NEED_LOGARITHMS = 2;
    /** With its zeros written out a label would be wider than the picture, and the library would look for one that fits for ever. */
    private static final double SHORTEST_AS_POWER = 1e12;

    private static final MathContext FOUR_DIGITS = new MathContext(4); // hides the last bits of sums
    private static final MathContext TWO_DIGITS = new MathContext(2); // between powers of ten nobody expects more

    /** From 0 to somewhere; if that is not above 0, to 1. */
    static Axis fromZero(double to) {
        double end = bounded(to);
        return new Axis(0, end > 0 ? end : 1, false);
    }

    /** Wide enough for values, with some room above and below; those that are not finite are left out. */
    static Axis of(DoubleStream values) {
        double[] finite =
                values.filter(Double::isFinite).map(Axis::bounded).sorted().toArray();
        if (finite.length == 0) {
            return new Axis(0, 1, false);
        }
        double low = finite[0];
        double high = finite[finite.length - 1];
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= SAME * largest) { // in the middle, with 0 in sight
            return largest == 0 ? new Axis(0, 1, false) : new Axis(Math.min(0, 2 * low), Math.max(0, 2 * high), false);
        }
        double padding = PADDING * (high - low);
        boolean touchesZero = low >= 0 && low - padding < 0; // shares and sizes don't begin below 0
        return new Axis(touchesZero ? 0 : low - padding, high + padding, false);
    }

    /** As {@link #of}, but logarithmic where values differ so much that small ones could not be seen, and are all above 0. */
    static Axis ofSizes(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).map(Axis::bounded).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(0);
        if (low > 0 && Math.log10(high / low) >= DECADES_THAT_NEED_LOGARITHMS) {
            double padding = Math.pow(high / low, PADDING);
            return new Axis(low / padding, high * padding, true);
        }
        return of(Arrays.stream(finite));
    }

    /** A finite value as a picture can show it: a float far from the ends of what floats can be. */
    static double bounded(double value) {
        return Math.abs(value) < SMALLEST ? 0 : Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    /** Where a value stands on the axis: within its ends, and as a logarithm if the axis is logarithmic. */
    double place(double value) {
        double within = Math.max(from, Math.min(to, value));
        return logarithmic ? Math.log10(within) : within;
    }

    /** What is written at a place of the axis. */
    String label(double place) {
        return logarithmic
                ? text(new BigDecimal(Math.pow(10, place)).round(TWO_DIGITS).doubleValue())
                : text(place);
    }

    /** A number in little room: 250k, 1.5M. */
    static String text(double value) {
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

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String scientific(double value) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return plain(value / Math.pow(10, exponent)) + "e" + exponent;
    }
}
