package io.github.gdxagents.training.run.compare;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import java.nio.file.Path;

/**
 * What a comparison takes from a run; with several behaviors returns are averaged over them.
 *
 * <p>Thread safety: immutable.
 *
 * @param name of its folder
 * @param training mean return of the last 100 training episodes, at every iteration
 * @param evaluation mean return of each evaluation while it trained
 */
record ComparedRun(String name, Curve training, Curve evaluation) {
    /**
     * Reads a run.
     *
     * @param folder of the run
     * @throws IllegalArgumentException if it has no evaluation or no finished episode
     * @throws io.github.gdxagents.training.run.record.MetricsException if its metrics can't be read
     */
    static ComparedRun read(Path folder) {
        MetricsTable table = MetricsTable.read(folder.resolve("metrics.csv"));
        Curve training = Curve.of(table, table.mean(Metric.EPISODE_RETURN_MEAN));
        Curve evaluation = Curve.of(table, table.mean(RunColumn.EVALUATION_RETURN_MEAN));
        if (training.returns().length == 0 || evaluation.returns().length == 0) {
            throw new IllegalArgumentException("run '" + folder
                    + "': expected finished episodes and evaluations, but in "
                    + table.size() + " iterations there are " + training.returns().length + " with episodes and "
                    + evaluation.returns().length
                    + " with an evaluation; train it longer, or with a smaller evaluation.everyIterations");
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new ComparedRun(name, training, evaluation);
    }

    /** The name without the seed at its end: runs of one group share it. */
    String group() {
        String group = name.replaceFirst("[-_.]?(seed)?[-_]?[0-9]+$", "");
        return group.isEmpty() ? name : group;
    }
}
