package io.github.gdxagents.training.tool;

/** What a tool found, for people and for programs. */
public interface Report extends Json.Source {
    void print(Printer out);

    /** Prints a line: a pattern as of {@link String#format}, in {@link java.util.Locale#ROOT}, and its values. */
    @FunctionalInterface
    interface Printer {
        void line(String pattern, Object... values);
    }
}
