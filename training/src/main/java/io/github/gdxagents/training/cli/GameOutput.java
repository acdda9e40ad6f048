package io.github.gdxagents.training.cli;

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

    /** What to tell a user of it, if anything was printed. */
    Optional<String> notice() {
        return log.lines == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        "The game printed %,d lines%s:  %s",
                        log.lines, log.isFull() ? ", of which the first are kept" : "", log.file));
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
        private OutputStream stream;
        private long bytes;
        private long lines;

        BoundedLog(Path file) {
            this.file = file;
        }

        boolean isFull() {
            return bytes >= MOST_BYTES;
        }

        @Override
        public synchronized void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] text, int from, int count) {
            for (int i = from; i < from + count; i++) {
                lines += text[i] == '\n' ? 1 : 0;
            }
            if (isFull()) {
                return;
            }
            try {
                if (stream == null) {
                    bytes = Files.exists(file) ? Files.size(file) : 0;
                    stream = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
                stream.write(text, from, (int) Math.min(count, MOST_BYTES - bytes));
                bytes += count;
            } catch (IOException refused) { // a full disk is told of by what matters more
                LOG.debug("{} can't be written", file, refused);
                bytes = MOST_BYTES;
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
