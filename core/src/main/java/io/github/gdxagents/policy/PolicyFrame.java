package io.github.gdxagents.policy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** What is around the body of a policy file, read and checked before a byte of the body is believed. */
final class PolicyFrame {
    // Not text at both ends, so that a transfer as text shows: the idea is PNG's.
    static final long MAGIC = 0x0A1A0A0D58444789L; // in the file: 89 'G' 'D' 'X' 0D 0A 1A 0A
    static final int HEADER_SIZE = 16;
    static final int CHECKSUM_SIZE = 4;

    private final String file;
    private final byte[] header = new byte[HEADER_SIZE];
    private int version;

    PolicyFrame(String file) {
        this.file = file;
    }

    /** The format version, once the body was read. */
    int version() {
        return version;
    }

    FileBody read(InputStream stream) throws IOException {
        int length = bodyLength(stream);
        FileBody body = FileBody.read(stream, length);
        byte[] checksum = new byte[CHECKSUM_SIZE];
        int rest = body.size() < length ? 0 : FileBody.read(stream, checksum);
        requireEnd(stream, length, body.size() + rest);
        requireChecksum(body, new Input(checksum).readInt());
        return body;
    }

    private int bodyLength(InputStream stream) throws IOException {
        int count = FileBody.read(stream, header);
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

    private void requireChecksum(FileBody body, int expected) {
        CRC32 checksum = new CRC32();
        checksum.update(header, 0, header.length);
        body.addTo(checksum);
        int actual = (int) checksum.getValue();
        if (expected != actual) {
            throw fault("checksum", String.format("expected %08x, but the bytes give %08x", expected, actual));
        }
    }

    private PolicyFileException fault(String place, String fault) {
        return new PolicyFileException(file, place, fault, PolicyFileException.DAMAGED);
    }
}
