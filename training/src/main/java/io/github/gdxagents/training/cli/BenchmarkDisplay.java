package io.github.gdxagents.training.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Shows how far a benchmark is: in a terminal one line that is written over, elsewhere a plain line every few seconds. It writes between
 * rounds, so that it costs none of them anything.
 */
final class BenchmarkDisplay implements IntConsumer {
    private static final long PLAIN_INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final int WIDTH = 20;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final int rounds;
    private final LongSupplier nanoClock;
    private String shown = "";
    private long lastShown;

    /** Has shown nothing yet; the clock is like {@link System#nanoTime}. */
    BenchmarkDisplay(PrintWriter out, boolean isTerminal, int rounds, LongSupplier nanoClock) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.rounds = rounds;
        this.nanoClock = nanoClock;
    }

    /** A round begins: its number from 1, or 0 while nothing counts yet. */
    @Override
    public void accept(int round) {
        String line = round == 0
                ? "warming up"
                : String.format(Locale.ROOT, "%s round %d of %d", bar(round - 1), round, rounds);
        if (isTerminal) {
            write('\r' + line);
        } else if (shown.isEmpty() || !line.equals(shown) && nanoClock.getAsLong() - lastShown >= PLAIN_INTERVAL) {
            write(line + System.lineSeparator());
        } else {
            return;
        }
        shown = line;
        lastShown = nanoClock.getAsLong();
    }

    private String bar(int finished) {
        int filled = finished * WIDTH / rounds;
        return '[' + "#".repeat(filled) + ".".repeat(WIDTH - filled) + ']';
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }

    /** Takes the line away, so that the result stands alone. */
    void end() {
        if (isTerminal) {
            write('\r' + " ".repeat(shown.length()) + '\r');
        }
    }
}
