package io.github.gdxagents.training.run;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.record.RunColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the learning curve shows, read from {@code metrics.csv}.
 *
 * @param points in the order of the iterations
 */
record LearningHistory(List<Point> points) {
    /**
     * One iteration.
     *
     * @param steps decisions so far
     * @param seconds of training so far
     * @param episodeReturn mean of the last training episodes, or NaN
     * @param evaluation mean return of the evaluation, or NaN
     * @param confidence half width of its 95 % interval, or NaN
     */
    record Point(double steps, double seconds, double episodeReturn, double evaluation, double confidence) {}

    /** Reads a file; with several behaviors the points have their means. */
    static LearningHistory read(Path file) {
        MetricsTable table = MetricsTable.read(file);
        double[] steps = table.column(RunColumn.STEPS);
        double[] seconds = table.column(RunColumn.SECONDS);
        double[] returns = table.mean(Metric.EPISODE_RETURN_MEAN);
        double[] evaluations = table.mean(RunColumn.EVALUATION_RETURN_MEAN);
        double[] confidence = table.mean(RunColumn.EVALUATION_RETURN_CONFIDENCE);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            points.add(new Point(steps[i], seconds[i], returns[i], evaluations[i], confidence[i]));
        }
        return new LearningHistory(points);
    }
}
