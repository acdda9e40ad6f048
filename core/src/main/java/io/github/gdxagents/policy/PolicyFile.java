package io.github.gdxagents.policy;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.GruLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.LstmLayer;
import io.github.gdxagents.network.ObservationEncoder;
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
 * byte. Reading trusts nothing: no class is loaded, every length is held against what is left of the file before memory is
 * taken for it, numbers must be finite, and the golden samples are replayed. What is not exactly a policy is refused with a
 * {@link PolicyFileException}. Good or bad, reading allocates at most 2.5 bytes for each byte of the file (the file itself, and its numbers
 * in the layers), 200 for each name, 8 for each byte of other text, and 256 KiB.
 */
public final class PolicyFile {
    /** The format version that is written; versions from 1 to this one can be read. */
    public static final int FORMAT_VERSION = 4;

    /** The largest file that is read or written, in bytes. */
    public static final int MAX_SIZE = 32 << 20;

    /** How far outputs may be from those of the golden samples, relative to the larger of 1 and the output. */
    public static final float GOLDEN_TOLERANCE = 1e-4f;

    static final int IDENTITY = 0;
    static final int MEAN_AND_SCALE = 1;
    static final int MEAN_AND_SCALE_BUT_COUNTS = 2;

    /** The position of an activation is its code in a file. */
    static final List<Activation> ACTIVATIONS = Collections.unmodifiableList(
            Arrays.asList(Activation.IDENTITY, Activation.TANH, Activation.RELU, Activation.SILU));

    /** The position of a kind of layer is its code in a file. */
    static final List<Class<? extends Layer>> LAYERS =
            Collections.unmodifiableList(Arrays.<Class<? extends Layer>>asList(
                    DenseLayer.class, GruLayer.class, LstmLayer.class, ObservationEncoder.class));

    /** The position of a kind of observation group is its code in a file. */
    static final List<ObservationGroup.Kind> GROUPS = Collections.unmodifiableList(
            Arrays.asList(ObservationGroup.Kind.VECTOR, ObservationGroup.Kind.GRID, ObservationGroup.Kind.SET));

    private static final int FIRST_CAPACITY = 1 << 16;

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

    /**
     * Reads a policy.
     *
     * @param stream read to its end, not closed
     * @param file its name, for messages
     * @return the policy
     * @throws IOException if the stream fails
     * @throws PolicyFileException if it is not a valid policy file
     */
    public static PolicyModel read(InputStream stream, String file) throws IOException {
        PolicyFrame frame = PolicyFrame.read(stream, file);
        try {
            PolicyModel model = new PolicyDecoder(new CheckedInput(file, frame), frame.version()).read();
            requireGoldenOutputs(model, file);
            return model;
        } catch (IllegalArgumentException | KryoException e) {
            // Whatever else a specification may refuse one day: the decoder looks first, and knows the byte.
            throw new PolicyFileException(file, "body", e);
        }
    }

    /** Replays the golden samples: a policy must act here as it did where it was trained. */
    private static void requireGoldenOutputs(PolicyModel model, String file) {
        PolicyModel.Episode episode = model.episode();
        for (int i = 0; i < model.goldenSamples().size(); i++) {
            GoldenSample sample = model.goldenSamples().get(i);
            float[] expected = sample.sharedOutputs();
            float[] actual = episode.next(sample.sharedObservation());
            for (int o = 0; o < expected.length; o++) {
                float tolerance = GOLDEN_TOLERANCE * Math.max(1f, Math.abs(expected[o]));
                if (!(Math.abs(expected[o] - actual[o]) <= tolerance)) { // so that NaN is refused
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
     * @throws IllegalArgumentException if it has no golden samples, or nobody could read it: it exceeds the limits of the format
     */
    public static byte[] toBytes(PolicyModel model) {
        if (model.goldenSamples().isEmpty()) {
            throw new IllegalArgumentException(
                    "policy model of behavior '" + model.behavior().name()
                            + "': a file needs golden samples; call goldenSamples(count, random) on its builder");
        }
        Output output = new Output(FIRST_CAPACITY, -1);
        output.writeLong(PolicyFrame.MAGIC);
        output.writeInt(FORMAT_VERSION);
        output.writeInt(0);
        new PolicyEncoder(output).write(model);
        int end = output.position();
        output.setPosition(PolicyFrame.HEADER_SIZE - 4);
        output.writeInt(end - PolicyFrame.HEADER_SIZE);
        output.setPosition(end);
        output.writeInt(checksum(output.getBuffer(), end));
        byte[] bytes = output.toBytes();
        requireReadable(bytes, model.behavior());
        return bytes;
    }

    private static void requireReadable(byte[] bytes, BehaviorSpec behavior) {
        try {
            read(new ByteArrayInputStream(bytes), "(being written)");
        } catch (PolicyFileException unreadable) {
            throw new IllegalArgumentException(
                    "policy model of behavior '" + behavior.name() + "': no policy file can hold it: "
                            + unreadable.fault(),
                    unreadable);
        } catch (IOException e) {
            throw new IllegalStateException("an array can't fail to be read", e);
        }
    }

    /**
     * Tells how large a file may be at most, before there is a network.
     *
     * @param behavior what is perceived and decided
     * @param layers of the network
     * @param parameters of all of them
     * @param goldenSamples how many there will be
     * @return bytes, whatever the provenance
     */
    public static long mostBytes(BehaviorSpec behavior, int layers, long parameters, int goldenSamples) {
        Output output = new Output(FIRST_CAPACITY, -1);
        new PolicyEncoder(output).behavior(behavior);
        long observations = behavior.observation().size();
        long outputs = behavior.action().outputSize();
        long numbers = 2 * observations // of the normaliser
                + parameters
                + behavior.action().continuousSize()
                + goldenSamples * (observations + outputs);
        return PolicyFrame.HEADER_SIZE
                + output.position()
                + PolicyEncoder.MOST_BYTES_PER_LAYER * layers
                + PolicyEncoder.MOST_SHAPE_BYTES
                + 4 * numbers
                + PolicyEncoder.MOST_OTHER_BYTES
                + Provenance.MAX_BYTES
                + PolicyFrame.CHECKSUM_SIZE;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
