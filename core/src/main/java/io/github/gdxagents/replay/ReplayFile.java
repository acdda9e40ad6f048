package io.github.gdxagents.replay;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.agent.SimulationSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Reads and writes replay files.
 *
 * <p>A file is magic, format version, body length, body, and a CRC-32 of all before it; {@code core/docs/replay-format.md} has every
 * byte. No length is believed before the file is known to have that many bytes.
 */
public final class ReplayFile {
    /** The format version that is written; versions from 1 to this one can be read. */
    public static final int FORMAT_VERSION = 2;

    /** The largest file that is read or written, in bytes: far more than 10 million decisions. */
    public static final int MAX_SIZE = 64 << 20;

    private static final long MAGIC = 0x0A1A0A0D52444789L; // in the file: 89 'G' 'D' 'R' 0D 0A 1A 0A
    private static final int HEADER_SIZE = 16;
    private static final int CHECKSUM_SIZE = 4;
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private ReplayFile() {}

    /**
     * Reads a replay.
     *
     * @param file for example {@code Gdx.files.local("instance-3.replay")}
     * @return the replay
     * @throws ReplayFileException if it can't be opened or is not a valid replay
     */
    public static Replay read(FileHandle file) {
        try {
            byte[] bytes = new BoundedFile(file, MAX_SIZE).read();
            if (bytes == null) {
                throw new ReplayFileException(file.path(), "it has more than " + MAX_SIZE + " bytes", null);
            }
            return fromBytes(bytes, file.path());
        } catch (GdxRuntimeException | IOException e) {
            throw new ReplayFileException(
                    file.path(), "it can't be read: " + e.getMessage() + ". Look whether it exists and may be read", e);
        }
    }

    /**
     * Reads a replay.
     *
     * @param bytes of a whole file
     * @param file its name, for messages
     * @return the replay
     * @throws ReplayFileException if they are not a valid replay
     */
    public static Replay fromBytes(byte[] bytes, String file) {
        int version = frameVersion(bytes, file);
        Input in = new Input(bytes, HEADER_SIZE, bytes.length - HEADER_SIZE - CHECKSUM_SIZE);
        try {
            String game = text(in);
            Map<String, Double> settings = settings(in);
            long seed = in.readLong();
            Map<String, Double> own = version == 1 ? Collections.<String, Double>emptyMap() : settings(in);
            long steps = in.readLong();
            long hash = in.readLong();
            String note = text(in);
            byte[] decisions = in.readBytes(length(in));
            RecordedEpisode episode =
                    RecordedEpisode.keeping(decisions, decisions.length, seed, SimulationSettings.of(own), steps, hash);
            if (in.position() != in.limit()) {
                throw new KryoException((in.limit() - in.position()) + " bytes are left over");
            }
            return new Replay(game, settings, episode, note);
        } catch (KryoException e) {
            throw new ReplayFileException(
                    file,
                    "the body is damaged at byte " + in.position() + ": " + e.getMessage() + ". Copy it again",
                    e);
        } catch (IllegalArgumentException e) {
            throw new ReplayFileException(file, "the body is damaged: " + e.getMessage() + ". Copy it again", e);
        }
    }

    private static Map<String, Double> settings(Input in) {
        int count = in.readInt();
        if (count < 0 || count > SimulationSettings.MAX_SIZE) {
            throw new KryoException("it must have 0 to " + SimulationSettings.MAX_SIZE + " settings, but has " + count);
        }
        Map<String, Double> settings = new LinkedHashMap<String, Double>();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            double value = in.readDouble();
            if (!isFinite(value)) {
                throw new KryoException("the setting '" + name + "' must be finite, but is " + value);
            }
            if (settings.put(name, value) != null) {
                throw new KryoException("the setting '" + name + "' is there twice");
            }
        }
        return settings;
    }

    private static boolean isFinite(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private static int frameVersion(byte[] bytes, String file) {
        if (bytes.length < HEADER_SIZE + CHECKSUM_SIZE || new Input(bytes).readLong() != MAGIC) {
            throw new ReplayFileException(file, "it does not begin as a replay does; give a .replay file", null);
        }
        int version = new Input(bytes, 8, 4).readInt();
        if (version < 1 || version > FORMAT_VERSION) {
            throw new ReplayFileException(
                    file,
                    "it has format version " + version + ", but versions 1 to " + FORMAT_VERSION
                            + " are read here. Play it with the version of gdx-agents that recorded it",
                    null);
        }
        int expected = new Input(bytes, 12, 4).readInt();
        int actual = bytes.length - HEADER_SIZE - CHECKSUM_SIZE;
        if (expected != actual) {
            throw new ReplayFileException(
                    file, "its body should have " + expected + " bytes, but has " + actual + ". Copy it again", null);
        }
        if (new Input(bytes, bytes.length - CHECKSUM_SIZE, CHECKSUM_SIZE).readInt() != checksum(bytes)) {
            throw new ReplayFileException(file, "its checksum is wrong. Copy it again", null);
        }
        return version;
    }

    private static int length(Input in) {
        int length = in.readInt();
        if (length < 0 || length > in.limit() - in.position()) {
            throw new KryoException("a length of " + length + " is more than what is left");
        }
        return length;
    }

    private static String text(Input in) {
        return new String(in.readBytes(length(in)), UTF_8);
    }

    /**
     * Makes the bytes of a file.
     *
     * @param replay what to write
     * @return a whole file
     * @throws IllegalArgumentException if nobody could read it: if it would have more than {@link #MAX_SIZE} bytes or 1,024 settings of
     *     the game or of the episode, or one that is not finite
     */
    public static byte[] toBytes(Replay replay) {
        requireSettings(replay.settings());
        requireSettings(replay.episode().settings());
        Output out = new Output(1 << 10, -1);
        out.writeLong(MAGIC);
        out.writeInt(FORMAT_VERSION);
        out.writeInt(0);
        text(out, replay.game());
        settings(out, replay.settings());
        out.writeLong(replay.episode().seed());
        settings(out, replay.episode().settings());
        out.writeLong(replay.episode().steps());
        out.writeLong(replay.episode().hash());
        text(out, replay.note());
        requireSize(out.position(), replay.episode().size());
        out.writeInt(replay.episode().size());
        out.writeBytes(replay.episode().bytes(), 0, replay.episode().size());
        int end = out.position();
        out.setPosition(HEADER_SIZE - 4);
        out.writeInt(end - HEADER_SIZE);
        out.setPosition(end + CHECKSUM_SIZE);
        byte[] bytes = out.toBytes();
        Output checksum = new Output(CHECKSUM_SIZE);
        checksum.writeInt(checksum(bytes));
        System.arraycopy(checksum.getBuffer(), 0, bytes, end, CHECKSUM_SIZE);
        return bytes;
    }

    private static void requireSettings(Map<String, Double> settings) {
        if (settings.size() > SimulationSettings.MAX_SIZE) {
            throw new IllegalArgumentException(
                    "replay: it may have " + SimulationSettings.MAX_SIZE + " settings, but has " + settings.size());
        }
        for (Map.Entry<String, Double> setting : settings.entrySet()) {
            if (!isFinite(setting.getValue())) {
                throw new IllegalArgumentException(
                        "replay: the setting '" + setting.getKey() + "' must be finite, but is " + setting.getValue());
            }
        }
    }

    private static void settings(Output out, Map<String, Double> settings) {
        out.writeInt(settings.size());
        for (Map.Entry<String, Double> setting : settings.entrySet()) {
            text(out, setting.getKey());
            out.writeDouble(setting.getValue());
        }
    }

    private static void requireSize(int before, long decisions) {
        if (before + 4 + decisions + CHECKSUM_SIZE > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "replay: the episode's decisions take " + decisions + " bytes and the rest "
                            + before + ", together more than a file may have (" + MAX_SIZE
                            + " bytes); give the game's agents a step limit, or end its episodes");
        }
    }

    private static void text(Output out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.writeBytes(bytes);
    }

    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - CHECKSUM_SIZE);
        return (int) checksum.getValue();
    }
}
