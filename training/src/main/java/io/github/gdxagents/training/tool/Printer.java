package io.github.gdxagents.training.tool;

/** Prints lines for people: words, tables. */
@FunctionalInterface
public interface Printer {
    /** Prints a line: a pattern as of {@link String#format}, in {@link java.util.Locale#ROOT}, and its values. */
    void line(String pattern, Object... values);
}
