package io.github.gdxagents.training.metrics;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Reads a {@code metrics.csv}, once, and says all that is wrong with it at once. */
final class MetricsReader {
    private static final int MOST_FAULTS_TOLD = 10;
    private static final List<IterationColumn> REQUIRED =
            List.of(IterationColumn.ITERATION, IterationColumn.STEPS, IterationColumn.SECONDS);

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    MetricsReader(Path file) {
        this.file = file;
    }

    MetricsTable read() {
        requireFile(file);
        try (Reader text = Files.newBufferedReader(file)) {
            return read(text);
        } catch (NoSuchFileException e) {
            throw new MetricsException(
                    "There is no file '" + file
                            + "'. Give the folder of a run, such as runs/lander/20260131-120000-seed1.",
                    e);
        } catch (MalformedInputException e) {
            throw new MetricsException("'" + file + "' is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new MetricsException("Can't read '" + file + "': " + e + ".", e);
        }
    }

    /** A pipe would be waited for, and a device has no end. */
    static void requireFile(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new MetricsException(
                    "'" + file + "' is no file. Give the folder of a run, with its metrics.csv.", null);
        }
    }

    private MetricsTable read(Reader text) throws IOException {
        String first = line(text);
        if (first == null) {
            throw new MetricsException(
                    "'" + file + "' is empty; it should begin with a line of the columns' names.", null);
        }
        List<String> header = CsvLine.split(CsvLine.withoutMark(first));
        requireColumns(header);
        Map<String, DoubleStream.Builder> cells = new LinkedHashMap<>();
        header.forEach(column -> cells.put(column, DoubleStream.builder()));
        int rows = 0;
        int number = 1;
        for (String line = line(text); line != null; line = line(text)) {
            number++;
            rows += add(CsvLine.split(line), header, number, cells) ? 1 : 0;
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        cells.forEach((column, values) -> columns.put(column, values.build().toArray()));
        if (faults.isEmpty()) {
            requireOrder(columns);
        }
        throwIfAny();
        return new MetricsTable(columns, rows);
    }

    /** The next line, or null after the last: a run of days has many, and not all need be in memory. One that a crash cut short is none. */
    private static String line(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return null;
    }

    private void requireColumns(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                faults.add("line 1: column '" + column + "' is there twice");
            }
        }
        for (IterationColumn column : REQUIRED) {
            if (!seen.contains(column.column())) {
                faults.add("line 1: column '" + column.column() + "' is missing");
            }
        }
        throwIfAny(); // without its columns nothing else about the file makes sense
    }

    /** Adds the cells of a line to their columns, unless there are too few or too many. */
    private boolean add(List<String> line, List<String> header, int number, Map<String, DoubleStream.Builder> cells) {
        if (line.size() != header.size()) {
            faults.add(
                    "line " + number + ": has " + line.size() + " cells, but there are " + header.size() + " columns");
            return false;
        }
        for (int c = 0; c < line.size(); c++) {
            cells.get(header.get(c)).add(number(line.get(c), number, header.get(c)));
        }
        return true;
    }

    private double number(String cell, int line, String column) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            faults.add("line " + line + ", column '" + column + "': must be a number or empty, but is '" + cell + "'");
            return Double.NaN;
        }
    }

    private void requireOrder(Map<String, double[]> columns) {
        for (IterationColumn column : REQUIRED) { // steps may stay as they were: agents may all have waited
            requireRising(columns.get(column.column()), column, column == IterationColumn.ITERATION);
        }
    }

    private void requireRising(double[] values, IterationColumn column, boolean strictly) {
        for (int i = 0; i < values.length; i++) {
            double before = i == 0 ? 0 : values[i - 1];
            if (!(strictly ? values[i] > before : values[i] >= before)) {
                faults.add("line " + (i + 2) + ": " + column.column() + " must be "
                        + (strictly ? "above " : "at least ") + before + " as in the line before, but is " + values[i]);
                return; // the lines after it would be told for the same reason
            }
        }
    }

    private void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>(faults.subList(0, Math.min(MOST_FAULTS_TOLD, faults.size())));
        if (faults.size() > MOST_FAULTS_TOLD) {
            told.add("and " + (faults.size() - MOST_FAULTS_TOLD) + " more");
        }
        String message = "'" + file + "' is no file of metrics as a run writes it:\n  " + String.join("\n  ", told);
        throw new MetricsException(message + "\nMend or remove it.", null);
    }
}
