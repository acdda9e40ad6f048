package io.github.gdxagents.training.run.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs held against each other, grouped by name: {@code clip-seed1} and {@code clip-seed2} are of group {@code clip}.
 *
 * <p>The table tells of the evaluations while training, the picture of the training episodes, of which there are more.
 *
 * <p>Thread safety: immutable.
 */
public final class Comparison {
    private final List<RunGroup> groups;

    private Comparison(List<RunGroup> groups) {
        this.groups = groups;
    }

    /**
     * Reads runs.
     *
     * @param folders of the runs, at least one
     * @return the comparison; groups in the order in which they first appear
     * @throws IllegalArgumentException if runs can't be compared, with all faults
     */
    public static Comparison of(List<Path> folders) {
        Map<String, List<ComparedRun>> byName = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            try {
                ComparedRun run = ComparedRun.read(folder);
                byName.computeIfAbsent(run.group(), name -> new ArrayList<>()).add(run);
            } catch (RuntimeException e) {
                faults.add(e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Can't compare these runs:\n  " + String.join("\n  ", faults));
        }
        List<RunGroup> groups = new ArrayList<>();
        byName.forEach((name, runs) -> groups.add(new RunGroup(name, List.copyOf(runs))));
        return new Comparison(groups);
    }

    /**
     * The comparison as a table.
     *
     * @param target mean return whose first time is told, or infinite for none
     * @return Markdown: for each group median and range over its runs
     */
    public String table(double target) {
        boolean hasTarget = Double.isFinite(target);
        StringBuilder table = new StringBuilder("| | runs | last evaluation | best evaluation |");
        StringBuilder rule = new StringBuilder("| --- | --- | --- | --- |");
        if (hasTarget) {
            String name = String.format(Locale.ROOT, "%.0f", target);
            table.append(" reach ").append(name).append(" | steps to ").append(name);
            table.append(" | seconds to ").append(name).append(" |");
            rule.append(" --- | --- | --- |");
        }
        table.append('\n').append(rule).append('\n');
        for (RunGroup group : groups) {
            row(group, target, hasTarget, table);
        }
        return table.toString();
    }

    private static void row(RunGroup group, double target, boolean hasTarget, StringBuilder table) {
        table.append("| ")
                .append(group.name())
                .append(" | ")
                .append(group.runs().size());
        table.append(" | ").append(text(group.spread(run -> run.evaluation().last()), "%.1f"));
        table.append(" | ").append(text(group.spread(run -> run.evaluation().largest()), "%.1f"));
        if (hasTarget) {
            Spread steps = group.spread(
                    run -> run.evaluation().firstAt(run.evaluation().steps(), target));
            Spread seconds = group.spread(
                    run -> run.evaluation().firstAt(run.evaluation().seconds(), target));
            table.append(" | ").append(steps.count());
            table.append(" | ").append(text(steps, "%,.0f"));
            table.append(" | ").append(text(seconds, "%.1f"));
        }
        table.append(" |\n");
    }

    private static String text(Spread spread, String format) {
        if (spread.count() == 0) {
            return "–";
        }
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                spread.median(),
                spread.smallest(),
                spread.largest());
    }

    /**
     * Draws the comparison: returns over steps beside returns over seconds, a line for the median of each group and a band for its range.
     *
     * @param title above the picture
     * @param lowest return that is shown, or negative infinity for all
     * @param file PNG, replaced
     * @throws IOException if it can't be written
     */
    public void draw(String title, double lowest, Path file) throws IOException {
        new ComparisonChart(title, lowest).write(groups, file);
    }
}
