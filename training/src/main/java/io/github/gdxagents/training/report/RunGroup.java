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
        double first = spread(run -> axis.apply(run.training())[0]).largest();
        double last = spread(run -> {
                    double[] ofRun = axis.apply(run.training());
                    return ofRun[ofRun.length - 1];
                })
                .largest();
        double[] places = new double[POINTS];
        Arrays.setAll(places, i -> first + (last - first) * i / (POINTS - 1));
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
