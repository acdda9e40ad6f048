package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of a minibatch or of a rollout: some of the {@link Figure}s, by name. */
final class Figures {
    private final Map<Figure, Double> values;

    Figures(Map<Figure, Double> values) {
        this.values = new EnumMap<>(values);
    }

    /** The value of a figure, or an IllegalStateException if it was not measured. */
    double get(Figure figure) {
        Double value = values.get(figure);
        if (value == null) {
            throw new IllegalStateException(figure + " was not measured, but " + values.keySet());
        }
        return value;
    }

    /** Of a minibatch two of whose shards these are. */
    Figures plus(Figures other) {
        Map<Figure, Double> sum = new EnumMap<>(Figure.class);
        values.forEach((figure, value) -> sum.put(figure, figure.combine(value, other.get(figure))));
        return new Figures(sum);
    }

    /** The mean of this and another, which counts for the given share. */
    Figures mix(Figures other, double share) {
        Map<Figure, Double> mean = new EnumMap<>(Figure.class);
        values.forEach((figure, value) -> mean.put(figure, value + share * (other.get(figure) - value)));
        return new Figures(mean);
    }

    /** (sum of ratios)^2 / (n * sum of squared ratios). */
    double effectiveSampleSize() {
        return get(Figure.RATIO_MEAN) * get(Figure.RATIO_MEAN) / get(Figure.RATIO_SQUARE);
    }

    /** Which of some figures are not finite, in words; empty if all are. */
    List<String> notFinite(Figure... looked) {
        List<String> faults = new ArrayList<>();
        for (Figure figure : looked) {
            if (!Double.isFinite(get(figure))) {
                faults.add(figure.words() + " is " + get(figure));
            }
        }
        return faults;
    }
}
