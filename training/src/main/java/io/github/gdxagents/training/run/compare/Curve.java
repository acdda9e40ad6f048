package io.github.gdxagents.training.run.compare;

import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import java.util.stream.IntStream;

/**
 * A return over the course of a run.
 *
 * <p>Thread safety: immutable once made; the arrays are not copied.
 *
 * @param steps {@code [n]}: decisions of all slots, rising
 * @param seconds {@code [n]}: of training, not falling
 * @param returns {@code [n]}, finite
 */
record Curve(double[] steps, double[] seconds, double[] returns) {
    /** Leaves out the iterations that have no such return. */
    static Curve of(MetricsTable table, double[] returns) {
        int[] rows = IntStream.range(0, returns.length)
                .filter(i -> !Double.isNaN(returns[i]))
                .toArray();
        return new Curve(
                at(rows, table.column(RunColumn.STEPS)), at(rows, table.column(RunColumn.SECONDS)), at(rows, returns));
    }

    private static double[] at(int[] rows, double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }

    double last() {
        return returns[returns.length - 1];
    }

    double largest() {
        double largest = returns[0];
        for (double value : returns) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** Where an axis stood when a return was reached for the first time; NaN if it never was. */
    double firstAt(double[] axis, double target) {
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] >= target) {
                return axis[i];
            }
        }
        return Double.NaN;
    }

    /** The latest return at a place on an axis; NaN before the first. A finished run keeps its last. */
    double at(double[] axis, double place) {
        double value = Double.NaN;
        for (int i = 0; i < axis.length && axis[i] <= place; i++) {
            value = returns[i];
        }
        return value;
    }
}
