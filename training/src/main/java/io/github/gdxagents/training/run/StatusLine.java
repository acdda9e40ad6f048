package io.github.gdxagents.training.run;

import java.io.PrintWriter;
import java.time.Duration;

/** Says in one line how far something is: in a terminal it is written over, elsewhere it is a plain line every five seconds. */
public final class StatusLine {
    private static final long PLAIN_INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final int BAR_WIDTH = 20;

    private final PrintWriter out;
    final boolean isTerminal;
    private final long interval;
    private String shown = "";
    private long lastShown;

    /** Has shown nothing yet; in a terminal a line stands for the interval at least. */
    public StatusLine(PrintWriter out, boolean isTerminal, Duration interval) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.interval = isTerminal ? interval.toNanos() : PLAIN_INTERVAL;
    }

    /** {@return whether this program talks to a terminal} */
    public static boolean hasTerminal() {
        return System.console() != null;
    }

    /** {@return a bar that is filled up to a share of 1, and a blank} */
    public static String bar(double share) {
        int filled = (int) Math.round(share * BAR_WIDTH);
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] ";
    }

    /** Shows a line, unless it stands there already or the last was shown a moment ago, by a clock like {@link System#nanoTime}. */
    public void show(String line, long nanoTime) {
        if (line.equals(shown) || !shown.isEmpty() && nanoTime - lastShown < interval) {
            return;
        }
        String rest = " ".repeat(Math.max(0, shown.length() - line.length()));
        write(isTerminal ? '\r' + line + rest : line + System.lineSeparator());
        shown = line;
        lastShown = nanoTime;
    }

    /** Takes the line away, so that something else stands alone. */
    public void erase() {
        if (isTerminal && !shown.isEmpty()) {
            write('\r' + " ".repeat(shown.length()) + '\r');
            shown = "";
        }
    }

    /** Leaves the line standing. */
    void end() {
        if (isTerminal && !shown.isEmpty()) {
            write(System.lineSeparator());
            shown = "";
        }
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }
}
