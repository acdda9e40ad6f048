package io.github.gdxagents.training.metrics;

import java.io.IOException;
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
        String text = text();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new MetricsException("'" + file + "' is empty; it should begin with the names of the columns.", null);
        }
        List<String> header = CsvLine.split(lines.get(0));
        requireColumns(header);
        List<double[]> rows = rows(header, lines, text.endsWith("\n"));
        Map<String, double[]> columns = columns(header, rows);
        if (faults.isEmpty()) {
            requireOrder(columns);
        }
        throwIfAny();
        return new MetricsTable(columns, rows.size());
    }

    private String text() {
        try {
            return Files.readString(file);
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

    private List<double[]> rows(List<String> header, List<String> lines, boolean isLastWhole) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            boolean cutShort = i == lines.size() - 1 && !isLastWhole;
            List<String> cells = CsvLine.split(lines.get(i));
            if (cells.size() == header.size() && !cutShort) {
                rows.add(row(header, cells, i + 1));
            } else if (!cutShort) {
                faults.add("line " + (i + 1) + ": has " + cells.size() + " cells, but there are " + header.size()
                        + " columns");
            }
        }
        return rows;
    }

    private double[] row(List<String> header, List<String> cells, int line) {
        double[] row = new double[cells.size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = Double.NaN;
            try {
                if (!cells.get(c).isEmpty()) {
                    row[c] = Double.parseDouble(cells.get(c));
                }
            } catch (NumberFormatException e) {
                faults.add("line " + line + ", column '" + header.get(c) + "': must be a number or empty, but is '"
                        + cells.get(c) + "'");
            }
        }
        return row;
    }

    private static Map<String, double[]> columns(List<String> header, List<double[]> rows) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            columns.put(
                    header.get(c), rows.stream().mapToDouble(row -> row[column]).toArray());
        }
        return columns;
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
