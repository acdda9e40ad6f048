package io.github.gdxagents.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    static LearningHistory read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        List<Point> points = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length == header.size()) {
                points.add(new Point(
                        mean(header, cells, "steps"),
                        mean(header, cells, "seconds"),
                        mean(header, cells, "episode_return_mean"),
                        mean(header, cells, "evaluation_return_mean"),
                        mean(header, cells, "evaluation_return_confidence")));
            }
        }
        return new LearningHistory(points);
    }

    private static double mean(List<String> header, String[] cells, String column) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < cells.length; i++) {
            boolean matches = header.get(i).equals(column) || header.get(i).endsWith("." + column);
            if (matches && !cells[i].isEmpty()) {
                sum += Double.parseDouble(cells[i]);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
