package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a file has in it, it is read or refused with a message, and takes no more memory than a small multiple of its size. */
class MalformedReplayFileTest {
    private static final int MUTATIONS = 20_000;

    /** The file has some 200 bytes; an exception with its message and stack takes some more. */
    private static final long MOST_BYTES = 100_000;

    private static final byte[] VALID = ReplayFile.toBytes(Golden.SIEGE);

    private static byte[] repaired(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 4);
        buffer(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withInt(int position, int value) {
        byte[] bytes = VALID.clone();
        buffer(bytes).putInt(position, value);
        return repaired(bytes);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> ReplayFile.fromBytes(bytes, "some.replay"))
                .isInstanceOf(ReplayFileException.class)
                .hasMessageStartingWith("Replay file 'some.replay': ")
                .hasMessageEndingWith(".");
    }

    /** Reads it, however it ends, and gives the memory that this took. */
    private static long memoryFor(byte[] bytes) {
        long before = Memory.allocated();
        try {
            ReplayFile.fromBytes(bytes, "some.replay");
            return Memory.allocated() - before;
        } catch (ReplayFileException refused) {
            long taken = Memory.allocated() - before;
            assertThat(refused).hasMessageStartingWith("Replay file 'some.replay': ");
            return taken;
        }
    }

    @BeforeAll
    static void loadClasses() {
        memoryFor(VALID);
        memoryFor(withInt(8, 3));
        memoryFor(withInt(16, -1));
    }

    /** Where each count of bytes or settings stands, by the format's description. */
    private static List<Integer> counts() {
        int settings = 16 + 4 + "siege".length();
        int second = settings + 4 + 4 + "strength".length() + 8;
        int own = second + 4 + "delay".length() + 8 + 8;
        int ownSecond = own + 4 + 4 + "strength".length() + 8;
        int note = ownSecond + 4 + "delay".length() + 8 + 16;
        int decisions = note + 4 + Golden.SIEGE.note().getBytes(StandardCharsets.UTF_8).length;
        return List.of(16, settings, settings + 4, second, own, own + 4, ownSecond, note, decisions);
    }

    @Test
    void aForeignFileIsToldByItsMagic() {
        assertRefused("PK\u0003\u0004 some other file format".getBytes(StandardCharsets.US_ASCII))
                .hasMessageContaining("it does not begin as a replay does; give a .replay file");
        assertRefused(new byte[0]).hasMessageContaining("does not begin as a replay does");
    }

    @Test
    void aLaterVersionTellsWhatToDo() {
        assertRefused(withInt(8, 3))
                .hasMessageContaining("it has format version 3, but versions 1 to 2 are read here")
                .hasMessageContaining("Play it with the version of gdx-agents that recorded it");
        assertRefused(withInt(8, 0)).hasMessageContaining("format version 0");
    }

    @Test
    void aFileIsRefusedWhereverItIsCutOff() {
        for (int length = 0; length < VALID.length; length++) {
            assertRefused(Arrays.copyOf(VALID, length));
        }
        int body = VALID.length - 20;
        assertRefused(Arrays.copyOf(VALID, VALID.length - 1))
                .hasMessageContaining("its body should have " + body + " bytes, but has " + (body - 1));
        assertRefused(Arrays.copyOf(VALID, VALID.length + 1))
                .hasMessageContaining("its body should have " + body + " bytes, but has " + (body + 1));
    }

    @Test
    void aBodyIsRefusedWhereverItIsCutOffThoughLengthAndChecksumFit() {
        for (int length = 16; length < VALID.length - 4; length++) {
            byte[] bytes = Arrays.copyOf(VALID, length + 4);
            buffer(bytes).putInt(12, length - 16);
            assertRefused(repaired(bytes)).hasMessageContaining("the body is damaged at byte ");
        }
        byte[] longer = Arrays.copyOf(VALID, VALID.length + 8);
        buffer(longer).putInt(12, VALID.length - 20 + 8);
        assertRefused(repaired(longer)).hasMessageContaining("8 bytes are left over");
    }

    @Test
    void anyChangedBitIsNoticed() {
        for (int i = 0; i < VALID.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = VALID.clone();
                bytes[i] ^= (byte) (1 << bit);
                assertRefused(bytes)
                        .hasMessageContaining(i < 8 ? "begin" : i < 12 ? "version" : i < 16 ? "body" : "checksum");
            }
        }
    }

    @Test
    void swollenCountsAreRefusedBeforeMemoryIsTaken() {
        for (int position : counts()) {
            int count = buffer(VALID).getInt(position);
            assertThat(count).as("count at byte %d", position).isBetween(1, 100);
            for (int value : new int[] {count + 1, 1000, 1 << 16, 1 << 24, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
                byte[] bytes = withInt(position, value);
                assertRefused(bytes).hasMessageContaining("the body is damaged");
                assertThat(memoryFor(bytes))
                        .as("memory for a count of %d at byte %d", value, position)
                        .isLessThan(MOST_BYTES);
            }
        }
    }

    @Test
    void noNumberAnywhereMakesTheReaderStumble() {
        for (int position = 8; position < VALID.length - 4; position++) {
            for (int value : new int[] {0, 1, 1000, 1 << 24, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
                byte[] bytes = VALID.clone();
                buffer(bytes).putInt(position, value);
                assertThat(memoryFor(repaired(bytes)))
                        .as("memory for %d at byte %d", value, position)
                        .isLessThan(MOST_BYTES);
            }
        }
    }

    @Test
    void noMutationMakesTheReaderStumble() {
        RandomStream random = RandomStream.of(8);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = VALID.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[16 + random.nextInt(bytes.length - 20)] = (byte) random.nextLong();
            }
            assertThat(memoryFor(repaired(bytes))).as("mutation %d", i).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void negativeStepsAreRefused() {
        int steps = counts().get(7) - 16;
        assertThat(buffer(VALID).getLong(steps)).isEqualTo(2);
        assertRefused(withInt(steps + 4, -1)).hasMessageContaining("it must have 0 or more steps, but has -4294967294");
    }

    @Test
    void aSettingThatIsThereTwiceIsRefused() {
        Replay replay = new Replay("g", Map.of("a", 1.0, "b", 2.0), Golden.REPLAY.episode(), "");
        byte[] bytes = ReplayFile.toBytes(replay);
        int first = 16 + 4 + 1 + 4 + 4;
        bytes[first + 1 + 8 + 4] = bytes[first];
        assertRefused(repaired(bytes)).hasMessageContaining("the setting '" + (char) bytes[first] + "' is there twice");
    }

    /** A terminal would obey them. */
    @Test
    void noControlCharacterOfAFileComesIntoAMessage() {
        byte[] bytes = VALID.clone();
        int name = counts().get(2) + 4;
        buffer(bytes).putDouble(name + "strength".length(), Double.NaN);
        bytes[name] = 0x1b;
        bytes[name + 1] = 7;
        assertRefused(repaired(bytes)).hasMessageContaining("the setting '\\u001b\\u0007rength' must be finite");
    }

    @Test
    void aSettingThatIsNotFiniteIsRefused() {
        assertNotFinite(counts().get(2) + 4 + "strength".length(), 2);
        assertNotFinite(counts().get(5) + 4 + "strength".length(), 3);
    }

    private static void assertNotFinite(int value, double before) {
        assertThat(buffer(VALID).getDouble(value)).isEqualTo(before);
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            byte[] bytes = VALID.clone();
            buffer(bytes).putDouble(value, wrong);
            assertRefused(repaired(bytes))
                    .hasMessageContaining("the body is damaged at byte " + (value + 8))
                    .hasMessageContaining("the setting 'strength' must be finite, but is " + wrong);
        }
    }

    @Test
    void moreSettingsThanAnyGameHasAreRefused() {
        Map<String, Double> settings = new LinkedHashMap<>();
        while (settings.size() < SimulationSettings.MAX_SIZE) {
            settings.put("s" + settings.size(), 1.0);
        }
        byte[] most = ReplayFile.toBytes(new Replay("g", settings, Golden.REPLAY.episode(), ""));
        assertThat(ReplayFile.fromBytes(most, "x").settings()).isEqualTo(settings);
        buffer(most).putInt(16 + 4 + 1, SimulationSettings.MAX_SIZE + 1);
        assertRefused(repaired(most)).hasMessageContaining("it must have 0 to 1024 settings, but has 1025");
    }

    @Test
    void moreSettingsOfAnEpisodeThanAnyGameHasAreRefused() {
        Map<String, Double> settings = new LinkedHashMap<>();
        while (settings.size() < SimulationSettings.MAX_SIZE) {
            settings.put("s" + settings.size(), 1.0);
        }
        RecordedEpisode varied = new RecordedEpisode(1, settings, 1, 0, new byte[0]);
        byte[] most = ReplayFile.toBytes(new Replay("g", Map.of(), varied, ""));
        assertThat(ReplayFile.fromBytes(most, "x").episode()).isEqualTo(varied);
        assertThat(memoryFor(most)).isLessThan(MOST_BYTES + 20L * most.length);
        buffer(most).putInt(16 + 4 + 1 + 4 + 8, SimulationSettings.MAX_SIZE + 1);
        assertRefused(repaired(most)).hasMessageContaining("it must have 0 to 1024 settings, but has 1025");
    }

    /** The game would be given them. */
    @Test
    void aSettingOfAnEpisodeThatNoGameCanHaveIsRefused() {
        byte[] bytes = VALID.clone();
        bytes[counts().get(5) + 4] = ' ';
        assertRefused(repaired(bytes))
                .hasMessageContaining("the body is damaged: simulation setting: the name ' trength' has a character");
    }

    @Test
    void aSettingOfAnEpisodeThatIsThereTwiceIsRefused() {
        Map<String, Double> settings = new LinkedHashMap<>(Map.of("a", 1.0));
        settings.put("b", 2.0);
        RecordedEpisode varied = new RecordedEpisode(1, settings, 1, 0, new byte[0]);
        byte[] bytes = ReplayFile.toBytes(new Replay("g", Map.of(), varied, ""));
        int first = 16 + 4 + 1 + 4 + 8 + 4 + 4;
        bytes[first + 1 + 8 + 4] = bytes[first];
        assertRefused(repaired(bytes)).hasMessageContaining("the setting 'a' is there twice");
    }

    @Test
    void aBodyOfAnotherVersionIsNeverTakenForItsOwn() {
        assertRefused(withInt(8, 1)).hasMessageContaining("the body is damaged");
    }

    @Test
    void aLargeFileTakesItsSizeAgain() {
        byte[] decisions = new byte[4 << 20];
        byte[] bytes = ReplayFile.toBytes(new Replay("g", Map.of(), new RecordedEpisode(1, 1, 0, decisions), ""));
        assertThat(memoryFor(bytes)).isLessThan(decisions.length + MOST_BYTES);
    }
}
