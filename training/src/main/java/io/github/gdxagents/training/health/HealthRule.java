package io.github.gdxagents.training.health;

import io.github.gdxagents.training.health.HealthWarning.Moment;
import io.github.gdxagents.training.metrics.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * One way for training to go wrong, looked for in the iterations of one behavior, in their order.
 *
 * <p>It says something when figures have looked ill for as many iterations in a row as its patience, once, and again only after they have
 * looked well for as many. An iteration without the figures changes nothing.
 */
final class HealthRule {
    private static final int KEPT = 10;
    private static final Past NONE = new Past();

    final String title;
    private final int patience;
    private final List<Metric> watched;
    private final History history = new History();
    private Predicate<History> applies;
    private Predicate<History> isIll;
    private Function<History, String> advice;
    private int streak;
    private Moment firstIll;
    private Moment lastIll;
    private HealthWarning warning;

    /** Has seen nothing; the title says what is wrong, beginning with a small letter, the figures show it, the most telling first. */
    HealthRule(String title, int patience, Metric... watched) {
        this.title = title;
        this.patience = patience;
        this.watched = List.of(watched);
        applies = it -> it.has(watched);
    }

    /** Which iterations have what the rule asks for, if that is not what shows it. */
    HealthRule when(Predicate<History> figures) {
        applies = figures;
        return this;
    }

    /** What it looks like when this goes wrong. */
    HealthRule ill(Predicate<History> figures) {
        isIll = figures;
        return this;
    }

    /** The figures, what they mean and what to try: whole sentences. */
    HealthRule says(Function<History, String> words) {
        advice = words;
        return this;
    }

    /** Begins anew with what comes; a warning lasts until that looks well. */
    void forget() {
        history.pasts.clear();
        streak = 0;
    }

    /** Looks at the next iteration of a behavior, and gives a warning that begins or ends with it. */
    Optional<HealthWarning> look(Moment now, String behavior, Map<Metric, Double> figures) {
        history.now = figures;
        if (!applies.test(history)) {
            return Optional.empty();
        }
        history.add();
        boolean ill = isIll.test(history);
        if (ill) {
            lastIll = now;
            firstIll = warning == null && streak == 0 ? now : firstIll;
        }
        boolean changes = ill == (warning == null);
        streak = changes ? streak + 1 : 0;
        if (streak < patience) {
            return Optional.empty();
        }
        streak = 0;
        HealthWarning told =
                ill ? new HealthWarning(behavior, title, advice(), watched, firstIll, null) : warning.until(lastIll);
        warning = ill ? told : null;
        return Optional.of(told);
    }

    String advice() {
        return advice.apply(history);
    }

    /**
     * The figures of an iteration and of those before it that the rule applied to, as {@code metrics.csv} has them: with the precision of
     * a float. So a check that reads the file finds the very same as one that went along with the run.
     *
     * <p>What isn't known (yet) is NaN, and NaN is neither above nor below anything.
     */
    static final class History {
        private final Map<Metric, Past> pasts = new EnumMap<>(Metric.class);
        private Map<Metric, Double> now = Map.of();

        private void add() {
            for (Metric metric : now.keySet()) {
                if (has(metric)) {
                    pasts.computeIfAbsent(metric, unseen -> new Past()).add(now(metric));
                }
            }
        }

        /** Whether the iteration has figures. */
        boolean has(Metric... metrics) {
            return Arrays.stream(metrics).noneMatch(metric -> Double.isNaN(now(metric)));
        }

        /** The iteration's figure. */
        double now(Metric metric) {
            Double value = now.get(metric);
            return value == null ? Double.NaN : value.floatValue();
        }

        /** The mean of the first values of a figure. */
        double start(Metric metric, int iterations) {
            return first(metric, iterations).average().orElseThrow();
        }

        /** The highest of the first values of a figure. */
        double highestAtStart(Metric metric, int iterations) {
            return first(metric, iterations).max().orElseThrow();
        }

        private DoubleStream first(Metric metric, int iterations) {
            Past past = past(metric);
            return past.count < iterations ? DoubleStream.of(Double.NaN) : Arrays.stream(past.first, 0, iterations);
        }

        /** The mean of the last {@value #KEPT} values of a figure. */
        double recent(Metric metric) {
            Past past = past(metric);
            return Arrays.stream(past.last, 0, Math.min(past.count, KEPT))
                    .average()
                    .orElse(Double.NaN);
        }

        double highest(Metric metric) {
            return past(metric).highest;
        }

        double lowest(Metric metric) {
            return past(metric).lowest;
        }

        private Past past(Metric metric) {
            return pasts.getOrDefault(metric, NONE);
        }
    }

    /** Of the values of a figure the first, the last and the extreme ones. */
    private static final class Past {
        private final double[] first = new double[KEPT];
        private final double[] last = new double[KEPT];
        private double highest = Double.NaN;
        private double lowest = Double.NaN;
        private int count;

        void add(double value) {
            if (count < KEPT) {
                first[count] = value;
            }
            last[count % KEPT] = value;
            highest = count == 0 ? value : Math.max(highest, value);
            lowest = count == 0 ? value : Math.min(lowest, value);
            count++;
        }
    }
}
