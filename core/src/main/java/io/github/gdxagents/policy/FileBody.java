package io.github.gdxagents.policy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The body of a policy file while it is read: pieces as the bytes arrive, so that a header that promises much takes no memory, and no
 * piece is ever copied.
 */
final class FileBody {
    private static final int PIECE = 1 << 16;
    private static final int BUFFER = 1 << 12;

    private final List<byte[]> pieces = new ArrayList<byte[]>();
    private int size;

    /** Reads so many bytes, or fewer if the stream ends. */
    static FileBody read(InputStream stream, int length) throws IOException {
        FileBody body = new FileBody();
        while (body.size < length) {
            byte[] piece = new byte[Math.min(length - body.size, PIECE)];
            int count = read(stream, piece);
            body.size += count;
            if (count < piece.length) {
                break; // cut off: nobody reads this piece
            }
            body.pieces.add(piece);
        }
        return body;
    }

    /** Fills the array, or as much of it as the stream has; gives how much. */
    static int read(InputStream stream, byte[] target) throws IOException {
        int count = 0;
        while (count < target.length) {
            int read = stream.read(target, count, target.length - count);
            if (read < 0) {
                break;
            }
            count += read;
        }
        return count;
    }

    int size() {
        return size;
    }

    void addTo(CRC32 checksum) {
        for (byte[] piece : pieces) {
            checksum.update(piece, 0, piece.length);
        }
    }

    Input input() {
        List<InputStream> streams = new ArrayList<InputStream>(pieces.size());
        for (byte[] piece : pieces) {
            streams.add(new ByteArrayInputStream(piece));
        }
        return new Input(new SequenceInputStream(Collections.enumeration(streams)), BUFFER);
    }
}
