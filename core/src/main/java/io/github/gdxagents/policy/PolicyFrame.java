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
 * What is around the body of a policy file, read and checked before a byte of the body is believed.
 *
 * <p>The body is kept in pieces as its bytes arrive, so that a header that promises much takes no memory, and no piece is ever copied.
 */
final class PolicyFrame {
    // Not text at both ends, so that a transfer as text shows: the idea is PNG's.
    static final long MAGIC = 0x0A1A0A0D58444789L; // in the file: 89 'G' 'D' 'X' 0D 0A 1A 0A
    static final int HEADER_SIZE = 16;
    static final int CHECKSUM_SIZE = 4;

    private static final int PIECE = 1 << 16;
    private static final int BUFFER = 1 << 12;

    private final String file;
    private final byte[] header = new byte[HEADER_SIZE];
    private final List<byte[]> pieces = new ArrayList<byte[]>();
    private int version;
    private int bodySize;

    private PolicyFrame(String file) {
        this.file = file;
    }

    /** Reads a whole file. */
    static PolicyFrame read(InputStream stream, String file) throws IOException {
        PolicyFrame frame = new PolicyFrame(file);
        int length = frame.readHeader(stream);
        frame.readBody(stream, length);
        byte[] checksum = new byte[CHECKSUM_SIZE];
        int rest = frame.bodySize < length ? 0 : fill(checksum, stream);
        frame.requireEnd(stream, length, frame.bodySize + rest);
        frame.requireChecksum(new Input(checksum).readInt());
        return frame;
    }

    int version() {
        return version;
    }

    int bodySize() {
        return bodySize;
    }

    Input bodyInput() {
        List<InputStream> streams = new ArrayList<InputStream>(pieces.size());
        for (byte[] piece : pieces) {
            streams.add(new ByteArrayInputStream(piece));
        }
        return new Input(new SequenceInputStream(Collections.enumeration(streams)), BUFFER);
    }

    /** Gives the length of the body. */
    private int readHeader(InputStream stream) throws IOException {
        int count = fill(header, stream);
        if (count < HEADER_SIZE) {
            throw fault("header", "expected 16 bytes, but found " + count);
        }
        Input input = new Input(header);
        requireMagic(input.readLong());
        version = input.readInt();
        requireVersion();
        int length = input.readInt();
        int maximum = PolicyFile.MAX_SIZE - HEADER_SIZE - CHECKSUM_SIZE;
        if (length < 0 || length > maximum) {
            throw fault("body length at byte 12", "expected 0 to " + maximum + ", but found " + length);
        }
        return length;
    }

    private void readBody(InputStream stream, int length) throws IOException {
        while (bodySize < length) {
            byte[] piece = new byte[Math.min(length - bodySize, PIECE)];
            int count = fill(piece, stream);
            bodySize += count;
            if (count < piece.length) {
                break; // cut off: nobody reads this piece
            }
            pieces.add(piece);
        }
    }

    /** Fills the array, or as much of it as the stream has; gives how much. */
    private static int fill(byte[] target, InputStream stream) throws IOException {
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

    private void requireMagic(long magic) {
        if (magic != MAGIC) {
            throw new PolicyFileException(
                    file,
                    "magic at byte 0",
                    String.format(
                            "expected %016x, but found %016x", Long.reverseBytes(MAGIC), Long.reverseBytes(magic)),
                    "It is no policy file, or was changed as if it were text.");
        }
    }

    private void requireVersion() {
        if (version < 1 || version > PolicyFile.FORMAT_VERSION) {
            throw new PolicyFileException(
                    file,
                    "format version at byte 8",
                    "expected 1 to " + PolicyFile.FORMAT_VERSION + ", but found " + version,
                    version < 1
                            ? PolicyFileException.DAMAGED
                            : "It was written by a later gdx-agents: update, or train the policy with this one.");
        }
    }

    private void requireEnd(InputStream stream, int length, int found) throws IOException {
        int total = HEADER_SIZE + length + CHECKSUM_SIZE;
        if (found < length + CHECKSUM_SIZE) {
            throw new PolicyFileException(
                    file,
                    "end",
                    "expected " + total + " bytes, but found " + (HEADER_SIZE + found),
                    "It was cut off; copy it again.");
        }
        if (stream.read() >= 0) {
            throw fault("end", "expected " + total + " bytes, but found more");
        }
    }

    private void requireChecksum(int expected) {
        CRC32 checksum = new CRC32();
        checksum.update(header, 0, header.length);
        for (byte[] piece : pieces) {
            checksum.update(piece, 0, piece.length);
        }
        int actual = (int) checksum.getValue();
        if (expected != actual) {
            throw fault("checksum", String.format("expected %08x, but the bytes give %08x", expected, actual));
        }
    }

    private PolicyFileException fault(String place, String fault) {
        return new PolicyFileException(file, place, fault, PolicyFileException.DAMAGED);
    }
}
