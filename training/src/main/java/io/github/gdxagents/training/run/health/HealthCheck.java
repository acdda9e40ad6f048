package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.health.HealthWarning.Moment;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
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
 *
 * <p>Thread safety: none.
 */
public final class HealthCheck {
    private final HealthSettings settings;
    private final Map<String, List<RuleWatch>> watches = new LinkedHashMap<>();
    private final List<HealthWarning> warnings = new ArrayList<>();

    /**
     * Begins with a run that has done nothing yet.
     *
     * @param settings of the run
     */
    public HealthCheck(HealthSettings settings) {
        this.settings = settings;
    }

    /**
     * Looks at the next iteration.
     *
     * @param iteration its number
     * @param steps decisions of all slots after it
     * @param metrics by behavior
     * @return warnings that begin with it, and those that end, by {@link HealthWarning#lasts}
     */
    public List<HealthWarning> look(int iteration, long steps, Map<String, Map<Metric, Double>> metrics) {
        List<HealthWarning> changes = new ArrayList<>();
        Moment now = new Moment(iteration, steps);
        metrics.forEach((behavior, figures) -> {
            String name = metrics.size() == 1 ? MetricsTable.ONLY_BEHAVIOR : behavior;
            List<RuleWatch> rules = watches.computeIfAbsent(name, this::watch);
            for (RuleWatch watch : rules) {
                watch.look(now, new Readings(figures)).ifPresent(changes::add);
            }
        });
        changes.forEach(this::keep);
        return changes;
    }

    /**
     * Looks at all iterations of a file.
     *
     * @param table of a run
     * @return this
     */
    public HealthCheck replay(MetricsTable table) {
        double[] iterations = table.column(RunColumn.ITERATION);
        double[] steps = table.column(RunColumn.STEPS);
        for (int row = 0; row < table.size(); row++) {
            look((int) iterations[row], (long) steps[row], table.metrics(row));
        }
        return this;
    }

    private List<RuleWatch> watch(String behavior) {
        return HealthRules.of(settings, behavior.isEmpty()).stream()
                .map(rule -> new RuleWatch(behavior, rule))
                .toList();
    }

    /** One that ends takes the place of what it was when it began. */
    private void keep(HealthWarning change) {
        if (change.lasts()) {
            warnings.add(change);
            return;
        }
        warnings.replaceAll(known -> known.lasts()
                        && known.behavior().equals(change.behavior())
                        && known.title().equals(change.title())
                ? change
                : known);
    }

    /**
     * All warnings so far.
     *
     * @return in the order in which they were told
     */
    public List<HealthWarning> warnings() {
        return List.copyOf(warnings);
    }
}
