package io.github.gdxagents.training.run;

import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the figures of each iteration as a line of {@code metrics.csv}.
 *
 * <p>The columns are the same in every line: those of the iteration, then for each behavior its evaluation and every {@link Metric}.
 * With several behaviors their columns begin with the behavior's name and a dot. What an iteration doesn't have is empty. Each line is
 * on disk before the next iteration.
 *
 * <p>Thread safety: none.
 */
final class MetricsCsv implements AutoCloseable {
    static final List<String> COMMON = List.of(
            "iteration",
            "steps",
            "seconds",
            "steps_per_second",
            "simulation_seconds",
            "inference_seconds",
            "learning_seconds",
            "iteration_seconds");

    static final List<String> EVALUATION = List.of(
            "evaluation_return_mean",
            "evaluation_return_confidence",
            "evaluation_return_min",
            "evaluation_return_max",
            "evaluation_length_mean");

    private final List<String> behaviors;
    private final BufferedWriter writer;

    /** Begins a file, or goes on with it. */
    MetricsCsv(Path file, List<String> behaviors) throws IOException {
        this.behaviors = List.copyOf(behaviors);
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            line(columns());
        }
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(COMMON);
        for (String behavior : behaviors) {
            String prefix = behaviors.size() == 1 ? "" : behavior + ".";
            EVALUATION.forEach(column -> columns.add(prefix + column));
            for (Metric metric : Metric.values()) {
                columns.add(prefix + metric.column());
            }
        }
        return columns;
    }

    void write(IterationRecord iteration) throws IOException {
        IterationReport report = iteration.report();
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(report.iteration()));
        cells.add(Long.toString(report.steps()));
        cells.add(number(iteration.seconds()));
        cells.add(number(iteration.stepsPerSecond()));
        cells.add(number(report.simulationSeconds()));
        cells.add(number(report.inferenceSeconds()));
        cells.add(number(report.learningSeconds()));
        cells.add(number(report.totalSeconds()));
        for (String behavior : behaviors) {
            evaluation(iteration.evaluation(), behavior, cells);
            Map<Metric, Double> metrics = report.metrics().getOrDefault(behavior, Map.of());
            for (Metric metric : Metric.values()) {
                cells.add(number(metrics.get(metric)));
            }
        }
        line(cells);
    }

    private static void evaluation(EvaluationResult evaluation, String behavior, List<String> cells) {
        if (evaluation == null) {
            EVALUATION.forEach(column -> cells.add(""));
            return;
        }
        BehaviorResult result = evaluation.behaviors().stream()
                .filter(candidate -> candidate.behavior().equals(behavior))
                .findFirst()
                .orElseThrow();
        cells.add(number(result.returns().mean()));
        cells.add(number(result.returns().confidence()));
        cells.add(number(result.returns().smallest()));
        cells.add(number(result.returns().largest()));
        cells.add(number(result.meanLength()));
    }

    /** The shortest text that reads back as the same float, in the root locale. */
    private static String number(Double value) {
        return value == null || value.isNaN() ? "" : Float.toString(value.floatValue());
    }

    private void line(List<String> cells) throws IOException {
        writer.write(cells.stream().map(MetricsCsv::quoted).collect(Collectors.joining(",")));
        writer.write('\n');
        writer.flush();
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Drops the lines after an iteration: a run that was killed wrote them after its last checkpoint, and does them anew. */
    static void cutAfter(Path file, int iteration) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (kept.isEmpty() || iterationOf(line) <= iteration) {
                kept.add(line);
            }
        }
        AtomicFile.write(file, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A line that a crash cut short belongs to no iteration that was saved. */
    private static int iterationOf(String line) {
        int comma = line.indexOf(',');
        try {
            return comma < 0 ? Integer.MAX_VALUE : Integer.parseInt(line.substring(0, comma));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
