package io.github.gdxagents.training.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What was printed. */
public final class PrintedLines {
    private PrintedLines() {}

    public static List<String> of(Consumer<Report.Printer> printing) {
        List<String> lines = new ArrayList<>();
        printing.accept((pattern, values) -> lines.add(String.format(Locale.ROOT, pattern, values)));
        return lines;
    }
}
