package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.training.run.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a game prints into a file of its run, so that the progress of training can be read: many games print in each frame. The
 * trainer's own words go where they went, since its streams were taken before.
 *
 * <p>Thread safety: games print on any thread; one opens and closes.
 */
final class GameOutput implements AutoCloseable {
    static final long MOST_BYTES = 1 << 24;
    private static final Logger LOG = LoggerFactory.getLogger(GameOutput.class); // has its stream from now on

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final BoundedLog log;
    private final PrintStream stream;

    private GameOutput(Path file) {
        log = new BoundedLog(file);
        stream = new PrintStream(log, true, StandardCharsets.UTF_8);
    }

    /** Begins; the file is there from the first word on, and what a resumed run has of before is kept. */
    static GameOutput into(RunDirectory run) {
        GameOutput output = new GameOutput(run.gameLog());
        System.setOut(output.stream);
        System.setErr(output.stream);
        return output;
    }

    /** What to tell a user of it, if anything was printed: the end of it, if the file is gone, as that of a run that could not begin. */
    Optional<String> notice() {
        if (log.bytes == 0) {
            return Optional.empty();
        }
        long lines = log.lines + (log.isWithinLine() ? 1 : 0);
        String printed = String.format("The game printed %,d line%s", lines, lines == 1 ? "" : "s");
        if (!Files.exists(log.file)) {
            return Optional.of(printed + ", that ended with\n" + log.end());
        }
        return Optional.of(
                printed + (log.bytes > MOST_BYTES ? ", of which the first are kept" : "") + ":  " + log.file);
    }

    /** Lets the game print where it did before. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        stream.close();
    }

    private static final class BoundedLog extends OutputStream {
        private final Path file;
        private boolean isOpened;
        private OutputStream stream; // null: not opened, or refused
        private final byte[] latest = new byte[1 << 11];
        /** Printed in this and earlier sessions, kept or not. */
        private long bytes;

        private long lines;

        BoundedLog(Path file) {
            this.file = file;
        }

        boolean isWithinLine() {
            return latest[(int) ((bytes - 1) % latest.length)] != '\n';
        }

        /** As much as is remembered, from the beginning of a line on. */
        String end() {
            int count = (int) Math.min(bytes, latest.length);
            byte[] end = new byte[count];
            for (int i = 0; i < count; i++) {
                end[i] = latest[(int) ((bytes - count + i) % latest.length)];
            }
            String text = new String(end, StandardCharsets.UTF_8);
            return PrintableText.lines(bytes > count ? text.substring(text.indexOf('\n') + 1) : text)
                    .stripTrailing();
        }

        @Override
        public synchronized void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] text, int from, int count) {
            open();
            int kept = (int) Math.max(0, Math.min(count, MOST_BYTES - bytes));
            for (int i = from; i < from + count; i++) {
                lines += text[i] == '\n' ? 1 : 0;
                latest[(int) (bytes++ % latest.length)] = text[i];
            }
            if (stream != null && kept > 0) {
                try {
                    stream.write(text, from, kept);
                } catch (IOException refused) { // a full disk is told of by what matters more
                    LOG.debug("{} can't be written", file, refused);
                }
            }
        }

        private void open() {
            if (isOpened) {
                return;
            }
            isOpened = true;
            try {
                bytes = Files.exists(file) ? Files.size(file) : 0;
                stream = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException refused) {
                LOG.debug("{} can't be written", file, refused);
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (stream != null) {
                stream.close();
            }
        }
    }
}
