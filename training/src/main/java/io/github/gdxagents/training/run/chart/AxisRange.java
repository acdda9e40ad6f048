package io.github.gdxagents.training.run.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What an axis shows.
 *
 * @param from its lower end
 * @param to its upper end, above the lower
 * @param logarithmic whether equal factors are equally long; then both ends are above 0
 */
public record AxisRange(double from, double to, boolean logarithmic) {
    /**
     * Values that differ by less than this share are the same to the eye; with steps below the last bit of its ends, the library would
     * never come to the end of an axis.
     */
    private static final double SAME = 1e-9;

    private static final double PADDING = 0.06;
    /** From here on small values can't be seen beside large ones. */
    private static final double DECADES_THAT_NEED_LOGARITHMS = 2;

    /**
     * From 0 to somewhere.
     *
     * @param to above 0; else the axis gets a length of 1
     * @return the range
     */
    public static AxisRange fromZero(double to) {
        return new AxisRange(0, to > 0 ? to : 1, false);
    }

    /**
     * Wide enough for values, with some room above and below.
     *
     * @param values any; those that are not finite are left out
     * @return the range
     */
    public static AxisRange of(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).sorted().toArray();
        if (finite.length == 0) {
            return new AxisRange(0, 1, false);
        }
        double low = finite[0];
        double high = finite[finite.length - 1];
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= SAME * largest) { // in the middle, with 0 in sight
            return largest == 0
                    ? new AxisRange(0, 1, false)
                    : new AxisRange(Math.min(0, 2 * low), Math.max(0, 2 * high), false);
        }
        double padding = PADDING * (high - low);
        boolean touchesZero = low >= 0 && low - padding < 0; // shares and sizes don't begin below 0
        return new AxisRange(touchesZero ? 0 : low - padding, high + padding, false);
    }

    /**
     * As {@link #of}, but logarithmic where values differ so much that small ones could not be seen, and are all above 0.
     *
     * @param values any; those that are not finite are left out
     * @return the range
     */
    public static AxisRange ofSizes(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(0);
        if (low > 0 && Math.log10(high / low) >= DECADES_THAT_NEED_LOGARITHMS) {
            double padding = Math.pow(high / low, PADDING);
            return new AxisRange(low / padding, high * padding, true);
        }
        return of(Arrays.stream(finite));
    }

    /** Where a value stands on the axis: within its ends, and as a logarithm if the axis is logarithmic. */
    double place(double value) {
        double within = Math.max(from, Math.min(to, value));
        return logarithmic ? Math.log10(within) : within;
    }

    /** What is written at a place of the axis. */
    String label(double place) {
        return logarithmic ? AxisLabel.round(Math.pow(10, place)) : AxisLabel.label(place);
    }
}
