package io.github.gdxagents.training.run;

import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.CsvLine;
import io.github.gdxagents.training.run.record.RunColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Writes the figures of each iteration as a line of {@code metrics.csv}.
 *
 * <p>The columns are the same in every line: those of the iteration, then for each behavior its evaluation and every {@link Metric}.
 * With several behaviors their columns begin with the behavior's name and a dot. What an iteration doesn't have is empty. Each line is
 * handed to the system before the next iteration.
 *
 * <p>Thread safety: none.
 */
final class MetricsCsv implements AutoCloseable {
    private static final int EVALUATION_COLUMNS = (int)
            Arrays.stream(RunColumn.values()).filter(RunColumn::isOfBehavior).count();

    private final List<String> behaviors;
    private final FileChannel channel;
    private final Writer writer;

    /** Begins a file, or goes on with it; one that another version began gets the columns of this one. */
    MetricsCsv(Path file, List<String> behaviors) throws IOException {
        this.behaviors = List.copyOf(behaviors);
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        if (!isNew) {
            arrange(file, columns());
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        if (isNew) {
            begin();
        }
    }

    private void begin() throws IOException {
        try {
            line(columns());
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        addNames(false, "", columns);
        for (String behavior : behaviors) {
            String prefix = behaviors.size() == 1 ? "" : behavior + ".";
            addNames(true, prefix, columns);
            for (Metric metric : Metric.values()) {
                columns.add(prefix + metric.column());
            }
        }
        return columns;
    }

    private static void addNames(boolean ofBehavior, String prefix, List<String> columns) {
        for (RunColumn column : RunColumn.values()) {
            if (column.isOfBehavior() == ofBehavior) {
                columns.add(prefix + column.column());
            }
        }
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
            cells.addAll(Collections.nCopies(EVALUATION_COLUMNS, ""));
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

    /** Waits until all lines are on the disk, not merely handed to the system. */
    void force() throws IOException {
        channel.force(false);
    }

    private void line(List<String> cells) throws IOException {
        writer.write(CsvLine.join(cells));
        writer.write('\n');
        writer.flush();
    }

    /** Else the lines to come would stand under the names of other figures. */
    private static void arrange(Path file, List<String> columns) throws IOException {
        List<String> lines = lines(file);
        List<String> before = CsvLine.split(lines.get(0));
        if (before.equals(columns)) {
            return;
        }
        List<String> arranged = new ArrayList<>(List.of(CsvLine.join(columns)));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = CsvLine.split(line);
            List<String> moved = new ArrayList<>();
            for (String column : columns) {
                int index = before.indexOf(column);
                moved.add(index < 0 || index >= cells.size() ? "" : cells.get(index));
            }
            arranged.add(CsvLine.join(moved));
        }
        AtomicFile.write(file, (String.join("\n", arranged) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What a crash left in place of characters becomes part of lines that are of no iteration. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Drops the lines after an iteration: a run that was killed wrote them after its last checkpoint, and does them anew. */
    static void cutAfter(Path file, int iteration) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> kept = new ArrayList<>();
        int columns = 0;
        for (String line : lines(file)) {
            int cells = CsvLine.split(line).size();
            if (kept.isEmpty()) {
                columns = cells;
                kept.add(line);
            } else if (cells == columns && iterationOf(line) <= iteration) {
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
