package io.github.gdxagents.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file with an object of JSON in each line, for programs to read. Every line is on disk before the next is measured, so that a run that
 * is cut off leaves what it has.
 *
 * <p>Thread safety: none.
 */
final class JsonLines {
    private final Path file;

    /**
     * Adds to a file.
     *
     * @param file that is made if there is none, or null to write nothing
     */
    JsonLines(Path file) {
        this.file = file;
    }

    /**
     * Adds a line.
     *
     * @param fields strings, numbers and truth values in order; numbers that are not finite become null
     * @throws UncheckedIOException if the file can't be written
     */
    void add(Map<String, ?> fields) {
        if (file == null) {
            return;
        }
        String line = fields.entrySet().stream()
                .map(field -> string(field.getKey()) + ": " + value(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}\n"));
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("--results: can't write to '" + file + "': " + e, e);
        }
    }

    private static String value(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "null";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : string(String.valueOf(value));
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
