package io.github.gdxagents.training.run.report;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure over the iterations, as a panel shows it.
 *
 * @param name in the panel's legend
 * @param role how it is drawn
 * @param columns of {@code metrics.csv}; the figure is their sum
 */
record Curve(String name, Role role, List<String> columns) {
    /** How a figure is drawn. */
    enum Role {
        /** What the panel is about. */
        MAIN,
        /** A thin line beside it. */
        SIDE,
        /** The lower end of a band. */
        LOW,
        /** The upper end of a band. */
        HIGH
    }

    static Curve of(Role role, String name, Metric... sum) {
        return new Curve(name, role, Stream.of(sum).map(Metric::column).toList());
    }

    static Curve of(Role role, String name, RunColumn column) {
        return new Curve(name, role, List.of(column.column()));
    }

    /** The figure of a behavior, {@code [iterations]}, NaN where it has none. */
    double[] values(MetricsTable table, String behavior) {
        double[] sum = new double[table.size()];
        for (String column : columns) {
            double[] values = table.column(behavior, column);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return sum;
    }
}
