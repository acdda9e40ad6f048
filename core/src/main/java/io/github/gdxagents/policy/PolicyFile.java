package io.github.gdxagents.policy;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads and writes policy files.
 *
 * <p>A file is magic, format version, body length, body, and a CRC-32 of all before it; {@code core/docs/policy-format.md} has every
 * byte. Reading trusts nothing: no class is named by a file, every length is held against what is left of the file before memory is
 * taken for it, numbers must be finite, and the golden samples are replayed. What is not exactly a policy is refused with a
 * {@link PolicyFileException}.
 *
 * <p>Thread safety: stateless.
 */
public final class PolicyFile {
    /** The format version that is written; versions from 1 to this one can be read. */
    public static final int FORMAT_VERSION = 2;

    /** The largest file that is read or written, in bytes. */
    public static final int MAX_SIZE = 32 << 20;

    /** How far outputs may be from those of the golden samples, relative to the larger of 1 and the output. */
    public static final float GOLDEN_TOLERANCE = 1e-4f;

    static final int IDENTITY = 0;
    static final int MEAN_AND_SCALE = 1;

    /** The position of an activation is its code in a file. */
    static final List<Activation> ACTIVATIONS = Collections.unmodifiableList(
            Arrays.asList(Activation.IDENTITY, Activation.TANH, Activation.RELU, Activation.SILU));

    /** The position of a kind of layer is its code in a file. */
    static final List<Class<? extends Layer>> LAYERS = Collections.unmodifiableList(
            Arrays.<Class<? extends Layer>>asList(DenseLayer.class, GruLayer.class, LstmLayer.class));

    // Not text at both ends, so that a transfer as text shows: the idea is PNG's.
    private static final long MAGIC = 0x0A1A0A0D58444789L; // in the file: 89 'G' 'D' 'X' 0D 0A 1A 0A
    private static final int VERSION_POSITION = 8;
    private static final int HEADER_SIZE = 16;
    private static final int CHECKSUM_SIZE = 4;
    private static final int CHUNK = 1 << 16;

    private PolicyFile() {}

    /**
     * Reads a policy.
     *
     * @param file for example {@code Gdx.files.internal("lander.policy")}
     * @return the policy
     * @throws PolicyFileException if it can't be opened or is not a valid policy file
     */
    public static PolicyModel read(FileHandle file) {
        try (InputStream stream = file.read()) {
            return read(stream, file.path());
        } catch (GdxRuntimeException | IOException e) {
            throw new PolicyFileException(
                    file.path(),
                    "opening",
                    "it can't be read: " + e.getMessage(),
                    "Look whether it exists and may be read.");
        }
    }

    /**
     * Reads a policy.
     *
     * @param stream read to its end, not closed
     * @return the policy
     * @throws IOException if the stream fails
     * @throws PolicyFileException if it is not a valid policy file
     */
    public static PolicyModel read(InputStream stream) throws IOException {
        return read(stream, "(stream)");
    }

    private static PolicyModel read(InputStream stream, String file) throws IOException {
        byte[] bytes = readAll(stream, file);
        try {
            int version = new Input(bytes, VERSION_POSITION, 4).readInt();
            int end = bytes.length - CHECKSUM_SIZE;
            PolicyModel model = new PolicyDecoder(new CheckedInput(file, bytes, HEADER_SIZE, end), version).read();
            replay(model, file);
            return model;
        } catch (IllegalArgumentException | KryoException e) {
            // What the specifications refuse: names that are not printable or not unique, for example.
            throw new PolicyFileException(file, "body", e);
        }
    }

    private static byte[] readAll(InputStream stream, String file) throws IOException {
        byte[] header = readUpTo(stream, HEADER_SIZE);
        int total = HEADER_SIZE + bodyLength(header, file) + CHECKSUM_SIZE;
        byte[] rest = readUpTo(stream, total - HEADER_SIZE);
        if (rest.length < total - HEADER_SIZE) {
            throw new PolicyFileException(
                    file,
                    "end",
                    "expected " + total + " bytes, but found " + (HEADER_SIZE + rest.length),
                    "It was cut off; copy it again.");
        }
        if (stream.read() >= 0) {
            throw new PolicyFileException(
                    file, "end", "expected " + total + " bytes, but found more", PolicyFileException.DAMAGED);
        }
        byte[] bytes = Arrays.copyOf(header, total);
        System.arraycopy(rest, 0, bytes, HEADER_SIZE, rest.length);
        int expected = new Input(bytes, total - CHECKSUM_SIZE, CHECKSUM_SIZE).readInt();
        int actual = checksum(bytes, total - CHECKSUM_SIZE);
        if (expected != actual) {
            throw new PolicyFileException(
                    file,
                    "checksum",
                    String.format("expected %08x, but the bytes give %08x", expected, actual),
                    PolicyFileException.DAMAGED);
        }
        return bytes;
    }

    private static int bodyLength(byte[] header, String file) {
        if (header.length < HEADER_SIZE) {
            throw new PolicyFileException(
                    file, "header", "expected 16 bytes, but found " + header.length, PolicyFileException.DAMAGED);
        }
        Input input = new Input(header);
        long magic = input.readLong();
        if (magic != MAGIC) {
            throw new PolicyFileException(
                    file,
                    "magic at byte 0",
                    String.format(
                            "expected %016x, but found %016x", Long.reverseBytes(MAGIC), Long.reverseBytes(magic)),
                    "It is no policy file, or was changed as if it were text.");
        }
        int version = input.readInt();
        if (version < 1 || version > FORMAT_VERSION) {
            throw new PolicyFileException(
                    file,
                    "format version at byte 8",
                    "expected 1 to " + FORMAT_VERSION + ", but found " + version,
                    version < 1
                            ? PolicyFileException.DAMAGED
                            : "It was written by a later gdx-agents: update, or train the policy with this one.");
        }
        int length = input.readInt();
        int maximum = MAX_SIZE - HEADER_SIZE - CHECKSUM_SIZE;
        if (length < 0 || length > maximum) {
            throw new PolicyFileException(
                    file,
                    "body length at byte 12",
                    "expected 0 to " + maximum + ", but found " + length,
                    PolicyFileException.DAMAGED);
        }
        return length;
    }

    // Takes memory as bytes arrive, not as the header promises.
    private static byte[] readUpTo(InputStream stream, int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, CHUNK)];
        int count = 0;
        while (count < length) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
            }
            int read = stream.read(bytes, count, bytes.length - count);
            if (read < 0) {
                break;
            }
            count += read;
        }
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }

    private static void replay(PolicyModel model, String file) {
        List<GoldenSample> samples = model.goldenSamples();
        float[][] observations = new float[samples.size()][];
        for (int i = 0; i < observations.length; i++) {
            observations[i] = samples.get(i).observation();
        }
        float[][] results = model.evaluate(observations);
        for (int i = 0; i < results.length; i++) {
            float[] expected = samples.get(i).outputs();
            float[] actual = results[i];
            for (int o = 0; o < expected.length; o++) {
                float tolerance = GOLDEN_TOLERANCE * Math.max(1f, Math.abs(expected[o]));
                if (!(Math.abs(expected[o] - actual[o]) <= tolerance)) {
                    throw new PolicyFileException(
                            file,
                            "golden sample " + i + ", output " + o,
                            "expected " + expected[o] + " as where it was trained, but the network gives " + actual[o]
                                    + " here",
                            "The policy would act differently than it was trained to; train it anew with this version.");
                }
            }
        }
    }

    /**
     * Writes a policy.
     *
     * @param model with at least one golden sample
     * @param stream takes the whole file; flushed, not closed
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException as {@link #toBytes} does
     */
    public static void write(PolicyModel model, OutputStream stream) throws IOException {
        stream.write(toBytes(model));
        stream.flush();
    }

    /**
     * Makes the bytes of a policy file; the same model always gives the same bytes.
     *
     * @param model with at least one golden sample
     * @return a whole file, which was read back once to be sure
     * @throws IllegalArgumentException if it has no golden samples
     * @throws PolicyFileException if it exceeds the limits of the format
     */
    public static byte[] toBytes(PolicyModel model) {
        if (model.goldenSamples().isEmpty()) {
            throw new IllegalArgumentException(
                    "policy model of behavior '" + model.behavior().name()
                            + "': a file needs golden samples; call goldenSamples(count, random) on its builder");
        }
        Output output = new Output(CHUNK, -1);
        output.writeLong(MAGIC);
        output.writeInt(FORMAT_VERSION);
        output.writeInt(0);
        new PolicyEncoder(output).write(model);
        int end = output.position();
        output.setPosition(HEADER_SIZE - 4);
        output.writeInt(end - HEADER_SIZE);
        output.setPosition(end);
        output.writeInt(checksum(output.getBuffer(), end));
        byte[] bytes = output.toBytes();
        requireReadable(bytes);
        return bytes;
    }

    private static void requireReadable(byte[] bytes) {
        try {
            read(new ByteArrayInputStream(bytes), "(being written)");
        } catch (IOException e) {
            throw new IllegalStateException("an array can't fail to be read", e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
