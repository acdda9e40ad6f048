package io.github.gdxagents.training.tool;

/** Prints lines for people: words, tables. */
@FunctionalInterface
public interface Printer {
    /**
     * Prints a line.
     *
     * @param pattern as of {@link String#format}, in {@link java.util.Locale#ROOT}
     * @param values of the pattern
     */
    void line(String pattern, Object... values);
}
