package io.github.gdxagents.replay;

import com.badlogic.gdx.files.FileHandle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a file, but no more of it than allowed: not every file that has a length of 0 is empty. */
final class BoundedFile {
    private static final int LEAST = 1 << 12;

    private final FileHandle file;
    private final int most;

    BoundedFile(FileHandle file, int most) {
        this.file = file;
        this.most = most;
    }

    /** All its bytes, or null if there are more than allowed. */
    byte[] read() throws IOException {
        if (file.length() > most) {
            return null;
        }
        try (InputStream stream = file.read()) {
            return read(stream, new byte[file.length() > 0 ? (int) file.length() : LEAST]);
        }
    }

    private byte[] read(InputStream stream, byte[] first) throws IOException {
        byte[] bytes = first;
        int count = 0;
        while (true) {
            int read = count < bytes.length ? stream.read(bytes, count, bytes.length - count) : stream.read();
            if (read < 0) {
                return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
            }
            if (count < bytes.length) {
                count += read;
                continue;
            }
            if (count == most) {
                return null;
            }
            bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
            bytes[count++] = (byte) read;
        }
    }
}
