package io.github.gdxagents.training.run;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.training.ppo.TrainerState;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Everything that a run goes on from, as bytes.
 *
 * <p>{@code run} is the run's {@code run.id}; empty if it has none, and in files of former versions.
 *
 * <p>They are a header (magic, format version, length and CRC-32C of the rest, four bytes each, big-endian) and the state as Kryo's
 * primitives write it.
 */
record Checkpoint(String run, TrainerState trainer, RunProgress progress) {
    static final int MAGIC = 0x47445843; // "GDXC"
    static final int FORMAT_VERSION = 8;
    /** The oldest that is still read. */
    static final int OLDEST_VERSION = 3;

    static final int HEADER_SIZE = 16;
    private static final int FIRST_CAPACITY = 1 << 16;

    /** A whole file; the same checkpoint always gives the same bytes. */
    byte[] toBytes() {
        Output out = new Output(FIRST_CAPACITY, -1);
        out.writeBytes(new byte[HEADER_SIZE]);
        new CheckpointEncoder(out).write(this);
        byte[] bytes = out.toBytes();
        int length = bytes.length - HEADER_SIZE;
        ByteBuffer.wrap(bytes)
                .putInt(MAGIC)
                .putInt(FORMAT_VERSION)
                .putInt(length)
                .putInt(checksum(bytes, HEADER_SIZE, length));
        return bytes;
    }

    /** Checks the first bytes of a file of so many: whether it is worth being read. */
    static void requireHeader(byte[] first, long size) throws CheckpointException {
        if (first.length < HEADER_SIZE || ByteBuffer.wrap(first).getInt() != MAGIC) {
            throw CheckpointException.damaged("it does not begin as a checkpoint does", null);
        }
        int version = ByteBuffer.wrap(first).getInt(Integer.BYTES);
        if (version < OLDEST_VERSION || version > FORMAT_VERSION) {
            throw CheckpointException.foreign("it has format version " + version + ", but this program reads versions "
                    + OLDEST_VERSION + " to " + FORMAT_VERSION);
        }
        int expected = ByteBuffer.wrap(first).getInt(2 * Integer.BYTES);
        if (expected != size - HEADER_SIZE) {
            throw CheckpointException.damaged(
                    "it should have " + expected + " bytes after the header, but has " + (size - HEADER_SIZE), null);
        }
    }

    /** Reads a whole file, unless it is damaged or of another version. */
    static Checkpoint fromBytes(byte[] bytes) throws CheckpointException {
        requireHeader(bytes, bytes.length);
        int version = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
        int length = bytes.length - HEADER_SIZE;
        if (ByteBuffer.wrap(bytes).getInt(3 * Integer.BYTES) != checksum(bytes, HEADER_SIZE, length)) {
            throw CheckpointException.damaged("its checksum is wrong", null);
        }
        try {
            return new CheckpointDecoder(new Input(bytes, HEADER_SIZE, length), version).read();
        } catch (KryoException | IllegalArgumentException e) {
            throw CheckpointException.damaged(String.valueOf(e.getMessage()), e);
        }
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
