package io.github.gdxagents.training.report;

import io.github.gdxagents.training.metrics.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Runs, at least one, that differ in nothing but the seed; the name is what theirs share. */
record RunGroup(String name, List<ComparedRun> runs) {
    private static final int POINTS = 240;

    Spread spread(ToDoubleFunction<ComparedRun> figure) {
        return Spread.of(runs.stream().mapToDouble(figure));
    }

    /**
     * Brings the training returns of all runs to common places of an axis, from where every run has a return to where the longest ends: at
     * each place, a run has its latest.
     */
    Band band(Function<ComparedRun.Returns, double[]> axis) {
        double from = 0;
        double to = 0;
        for (ComparedRun run : runs) {
            double[] places = axis.apply(run.training());
            from = Math.max(from, places[0]);
            to = Math.max(to, places[places.length - 1]);
        }
        double[] places = new double[POINTS];
        double first = from;
        double width = to - from;
        Arrays.setAll(places, i -> first + width * i / (POINTS - 1));
        Spread[] spreads = Arrays.stream(places)
                .mapToObj(place -> spread(run -> run.training().at(axis.apply(run.training()), place)))
                .toArray(Spread[]::new);
        return new Band(places, spreads);
    }

    /** Median and range along an axis: {@code [n]} each, places rising. */
    record Band(double[] places, Spread[] spreads) {
        double[] column(ToDoubleFunction<Spread> figure) {
            return Arrays.stream(spreads).mapToDouble(figure).toArray();
        }
    }
}
