package io.github.gdxagents.training.metrics;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes the figures of each iteration as a line of {@code metrics.csv}.
 *
 * <p>The columns are the same in every line. What an iteration doesn't have is empty. Each line is handed to the system before the next
 * iteration.
 */
public final class MetricsCsv implements AutoCloseable {
    private final RunColumns columns;
    private final FileChannel channel;
    private final Writer writer;

    /** Begins a file, or goes on with one that has these columns: see {@link #copyUpTo}. */
    public MetricsCsv(Path file, RunColumns columns) throws IOException {
        this.columns = columns;
        boolean isNew = !Files.exists(file) || Files.size(file) == 0;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        if (isNew) {
            begin();
        }
    }

    private void begin() throws IOException {
        try {
            line(columns.names());
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    /** Writes the line of the next iteration. */
    public void write(IterationRecord iteration) throws IOException {
        line(columns.cells(iteration));
    }

    /** Waits until all lines are on the disk, not merely handed to the system. */
    public void force() throws IOException {
        channel.force(false);
    }

    private void line(List<String> cells) throws IOException {
        writer.write(CsvLine.join(cells));
        writer.write('\n');
        writer.flush();
    }

    /**
     * Copies what stays of a file when its run goes on after an iteration, line by line: not the lines of later ones, which the run does
     * anew, nor what a crash cut short. A file that another version began gets the columns of this one, else the lines to come would
     * stand under the names of other figures.
     *
     * @return how many lines stay, the first one apart
     * @throws MetricsException if the first line has no column of iterations, so that nothing would stay
     */
    public static int copyUpTo(int iteration, Path file, RunColumns columns, OutputStream target) throws IOException {
        MetricsReader.requireFile(file);
        // Decoded so that what a crash left in place of characters becomes part of lines that are of no iteration.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            List<String> before = header == null ? List.of() : CsvLine.split(CsvLine.withoutMark(header));
            List<String> names = columns.names();
            if (header != null && !before.contains(IterationColumn.ITERATION.column())) {
                throw new MetricsException("'" + file + "' has no column 'iteration' in its first line.", null);
            }
            int kept = 0;
            copyLine(names, target);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells = CsvLine.split(line);
                if (cells.size() == before.size()
                        && isUpTo(iteration, cell(IterationColumn.ITERATION.column(), before, cells))) {
                    copyLine(
                            names.stream()
                                    .map(name -> cell(name, before, cells))
                                    .toList(),
                            target);
                    kept++;
                }
            }
            return kept;
        }
    }

    private static void copyLine(List<String> cells, OutputStream target) throws IOException {
        target.write((CsvLine.join(cells) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String name, List<String> names, List<String> cells) {
        int index = names.indexOf(name);
        return index < 0 ? "" : cells.get(index);
    }

    private static boolean isUpTo(int iteration, String cell) {
        try {
            return Integer.parseInt(cell) <= iteration;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
