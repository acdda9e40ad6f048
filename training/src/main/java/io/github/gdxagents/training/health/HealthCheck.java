package io.github.gdxagents.training.health;

import io.github.gdxagents.training.health.HealthWarning.Moment;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the metrics of every iteration and warns when training goes wrong.
 *
 * <p>It depends on nothing but the metrics and their order: no clock, no randomness. So it finds the same in a run that was resumed as
 * in one that was not, as long as it is shown the iterations before ({@link #replay}), and a report finds the same in the files.
 *
 * <p>A warning is told once, when its rule has held for as long as the rule's patience, and again only after the run has recovered.
 */
public final class HealthCheck {
    private final HealthSettings settings;
    private final Map<String, List<HealthRule>> rules = new LinkedHashMap<>();
    private final List<HealthWarning> warnings = new ArrayList<>();
    private int lesson;

    /** Begins with a run that has done nothing yet. */
    public HealthCheck(HealthSettings settings) {
        this.settings = settings;
    }

    /**
     * Says which lesson of a curriculum the next iterations collect in: figures of another one are no measure for them.
     *
     * @param number from 1; 0 without a curriculum
     */
    public void lesson(int number) {
        if (number != lesson) {
            lesson = number;
            rules.values().forEach(ofBehavior -> ofBehavior.forEach(HealthRule::forget));
        }
    }

    /**
     * Looks at the next iteration: its number, the decisions of all slots after it, and metrics by behavior.
     *
     * @return warnings that begin with it, and those that end, by {@link HealthWarning#lasts}
     */
    public List<HealthWarning> look(int iteration, long steps, Map<String, Map<Metric, Double>> metrics) {
        List<HealthWarning> changes = new ArrayList<>();
        Moment now = new Moment(iteration, steps);
        metrics.forEach((behavior, figures) -> {
            String name = metrics.size() == 1 ? MetricsTable.ONLY_BEHAVIOR : behavior;
            rules.computeIfAbsent(name, unseen -> HealthRules.of(settings, name.isEmpty()))
                    .forEach(rule -> rule.look(now, name, figures).ifPresent(changes::add));
        });
        changes.forEach(this::keep);
        return changes;
    }

    /** {@return this, after a look at all iterations of a run's file} */
    public HealthCheck replay(MetricsTable table) {
        double[] iterations = table.column(IterationColumn.ITERATION);
        double[] steps = table.column(IterationColumn.STEPS);
        double[] lessons = table.column(IterationColumn.LESSON);
        for (int row = 0; row < table.size(); row++) {
            lesson((int) lessons[row]); // NaN, without a curriculum, is 0
            look((int) iterations[row], (long) steps[row], table.metrics(row));
        }
        return this;
    }

    /** One that ends takes the place of what it was when it began. */
    private void keep(HealthWarning change) {
        if (change.lasts()) {
            warnings.add(change);
        } else {
            warnings.set(warnings.indexOf(change.until(null)), change);
        }
    }

    /** {@return all warnings so far, in the order in which they were told} */
    public List<HealthWarning> warnings() {
        return List.copyOf(warnings);
    }
}
