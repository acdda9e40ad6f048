package io.github.gdxagents.training.tool;

import java.util.Map;

/** What a tool found, for people and for programs. */
public interface Report {
    void print(Printer out);

    /** The same for programs, as of {@link Json#object}. */
    Map<String, Object> json();

    /** Prints a line: a pattern as of {@link String#format}, in {@link java.util.Locale#ROOT}, and its values. */
    @FunctionalInterface
    interface Printer {
        void line(String pattern, Object... values);
    }
}
