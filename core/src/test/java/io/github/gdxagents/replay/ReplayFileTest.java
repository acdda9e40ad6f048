package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.SimulationSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayFileTest {
    @TempDir
    private Path folder;

    private static byte[] golden() throws IOException {
        return golden(1);
    }

    private static byte[] golden(int version) throws IOException {
        try (InputStream stream = ReplayFileTest.class.getResourceAsStream("replay-v" + version + ".replay")) {
            return stream.readAllBytes();
        }
    }

    private static void assertSame(Replay actual, Replay expected) {
        assertThat(actual.game()).isEqualTo(expected.game());
        assertThat(actual.settings()).containsExactlyEntriesOf(expected.settings()); // in their order
        assertThat(actual.episode()).isEqualTo(expected.episode());
        assertThat(actual.note()).isEqualTo(expected.note());
    }

    @ParameterizedTest
    @EnumSource(Games.class)
    void whatIsReadIsWhatWasWritten(Games game) {
        RecordedEpisode episode = RandomPlay.begin(game.create(), -3).toTheEnd().episode();
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("wind", -0.5);
        settings.put("größe", Double.MIN_VALUE);
        settings.put("a", 1e300);
        Replay replay = new Replay(game.name(), settings, episode, "agent 1: x\n更大 \uD83D\uDE80");
        assertSame(ReplayFile.fromBytes(ReplayFile.toBytes(replay), "x"), replay);
    }

    @Test
    void anEpisodesOwnSettingsAreReadInTheirOrder() {
        Map<String, Double> own = new LinkedHashMap<>();
        own.put("wind", -0.5);
        own.put("a", Double.MIN_VALUE);
        Replay replay = new Replay("g", Map.of("wind", 1.0), new RecordedEpisode(1, own, 2, 3, new byte[] {4}), "");
        Replay read = ReplayFile.fromBytes(ReplayFile.toBytes(replay), "x");
        assertSame(read, replay);
        assertThat(read.episode().settings()).containsExactlyEntriesOf(own);
    }

    @Test
    void aReplayMayHaveNothingInIt() {
        Replay replay = new Replay("", Map.of(), new RecordedEpisode(Long.MIN_VALUE, 0, -1, new byte[0]), "");
        byte[] bytes = ReplayFile.toBytes(replay);
        assertThat(bytes).hasSize(16 + 4 + 4 + 8 + 4 + 16 + 4 + 4 + 4);
        assertSame(ReplayFile.fromBytes(bytes, "x"), replay);
    }

    @Test
    void aReplayIsReadFromItsFile() throws IOException {
        Path file = Files.write(folder.resolve("some.replay"), golden());
        assertSame(ReplayFile.read(new FileHandle(file.toFile())), Golden.REPLAY);
    }

    @Test
    void theGoldenFileIsReadAndWrittenByteForByte() throws IOException {
        assertSame(ReplayFile.fromBytes(golden(2), "replay-v2.replay"), Golden.SIEGE);
        assertThat(ReplayFile.toBytes(Golden.SIEGE)).isEqualTo(golden(2));
    }

    @Test
    void theGoldenFileOfTheFirstVersionIsStillRead() throws IOException {
        assertSame(ReplayFile.fromBytes(golden(1), "replay-v1.replay"), Golden.REPLAY);
        assertThat(Golden.REPLAY.episode().settings()).isEmpty();
    }

    @Test
    void theGoldenFileIsWhatTheSkirmishStillDoes() throws IOException {
        RecordedEpisode episode =
                ReplayFile.fromBytes(golden(), "replay-v1.replay").episode();
        ReplayPlayer.play(Games.SKIRMISH.create(), episode);
        assertThat(RandomPlay.begin(Games.SKIRMISH.create(), Golden.SEED)
                        .steps(3)
                        .episode())
                .isEqualTo(episode);
        RecordedEpisode siege =
                ReplayFile.fromBytes(golden(2), "replay-v2.replay").episode();
        ReplayPlayer.play(Games.SIEGE.create(), siege);
        assertThat(RandomPlay.begin(Games.SIEGE.create(), Golden.SEED, SimulationSettings.of(siege.settings()))
                        .steps(2)
                        .episode())
                .isEqualTo(siege);
    }

    /** Walks through the golden files as the format's description has it, without any code of the reader. */
    @Test
    void theGoldenFilesAreAsDescribed() throws IOException {
        ByteBuffer siege = frame(golden(2), 2);
        assertThat(text(siege)).isEqualTo("siege");
        assertThat(siege.getInt()).isEqualTo(2);
        assertThat(text(siege)).isEqualTo("strength");
        assertThat(siege.getDouble()).isEqualTo(2);
        assertThat(text(siege)).isEqualTo("delay");
        assertThat(siege.getDouble()).isZero();
        assertThat(siege.getLong()).isEqualTo(Golden.SEED);
        assertThat(siege.getInt()).isEqualTo(2);
        assertThat(text(siege)).isEqualTo("strength");
        assertThat(siege.getDouble()).isEqualTo(3);
        assertThat(text(siege)).isEqualTo("delay");
        assertThat(siege.getDouble()).isEqualTo(1);
        assertThat(siege.getLong()).isEqualTo(2);
        assertEnd(siege, golden(2), Golden.SIEGE.episode().hash(), Golden.SIEGE_DECISIONS);

        ByteBuffer file = frame(golden(1), 1);
        assertThat(text(file)).isEqualTo("skirmish");
        assertThat(file.getInt()).isEqualTo(2);
        assertThat(text(file)).isEqualTo("scouts");
        assertThat(file.getDouble()).isEqualTo(3);
        assertThat(text(file)).isEqualTo("größe");
        assertThat(file.getDouble()).isEqualTo(-0.5);
        assertThat(file.getLong()).isEqualTo(Golden.SEED);
        assertThat(file.getLong()).isEqualTo(3);
        assertEnd(file, golden(1), Golden.HASH, Golden.DECISIONS);
    }

    private static ByteBuffer frame(byte[] bytes, int version) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        file.get(magic);
        assertThat(HexFormat.of().formatHex(magic)).isEqualTo("89474452" + "0d0a1a0a");
        assertThat(file.getInt()).isEqualTo(version);
        assertThat(file.getInt()).isEqualTo(file.capacity() - 20);
        return file;
    }

    private static void assertEnd(ByteBuffer file, byte[] bytes, long hash, String expected) {
        assertThat(file.getLong()).isEqualTo(hash);
        assertThat(text(file)).isEqualTo("kept as an example, 更大");
        byte[] decisions = new byte[file.getInt()];
        file.get(decisions);
        assertThat(HexFormat.of().formatHex(decisions)).isEqualTo(expected);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, file.position());
        assertThat(file.getInt()).isEqualTo((int) checksum.getValue());
        assertThat(file.remaining()).isZero();
    }

    private static String text(ByteBuffer file) {
        byte[] bytes = new byte[file.getInt()];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aMissingFileIsNamed() {
        FileHandle file = new FileHandle(folder.resolve("none.replay").toFile());
        assertThatThrownBy(() -> ReplayFile.read(file))
                .isInstanceOf(ReplayFileException.class)
                .hasMessageContainingAll("none.replay", "can't be read", "Look whether it exists");
    }

    @Test
    void aFolderIsNoReplay() {
        FileHandle file = new FileHandle(folder.toFile());
        assertThatThrownBy(() -> ReplayFile.read(file))
                .isInstanceOf(ReplayFileException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadAtAll() throws IOException {
        Path file = folder.resolve("huge.replay");
        try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
            holes.setLength(ReplayFile.MAX_SIZE + 1L);
        }
        long before = Memory.allocated();
        assertThatThrownBy(() -> ReplayFile.read(new FileHandle(file.toFile())))
                .isInstanceOf(ReplayFileException.class)
                .hasMessageContainingAll("huge.replay", "it has more than 67108864 bytes");
        assertThat(Memory.allocated() - before).isLessThan(1 << 20);
    }

    @Test
    void aReplayIsNotChangedThroughWhatItWasMadeOf() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("wind", 1.0);
        byte[] decisions = {1, 2, 3};
        Replay replay = new Replay("g", settings, new RecordedEpisode(1, 2, 3, decisions), "");
        settings.put("wind", 2.0);
        decisions[0] = 9;
        assertThat(replay.settings()).containsOnly(Map.entry("wind", 1.0));
        assertThat(replay.episode().decisions()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> replay.settings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** A file that could be written, but never read again, would be a promise that nobody keeps. */
    @Test
    void anEpisodeThatNoFileHoldsIsRefused() {
        RecordedEpisode endless = new RecordedEpisode(1, 1, 0, new byte[ReplayFile.MAX_SIZE]);
        Replay replay = new Replay("game", Collections.emptyMap(), endless, "note");
        assertThatThrownBy(() -> ReplayFile.toBytes(replay))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("67108864 bytes")
                .hasMessageContaining("step limit");
    }

    @Test
    void theLongestEpisodeThatAFileHoldsIsWrittenAndRead() throws IOException {
        int besides = ReplayFile.toBytes(
                        new Replay("game", Map.of(), new RecordedEpisode(1, 1, 0, new byte[0]), "note"))
                .length;
        RecordedEpisode longest = new RecordedEpisode(1, 1, 0, new byte[ReplayFile.MAX_SIZE - besides]);
        byte[] bytes = ReplayFile.toBytes(new Replay("game", Map.of(), longest, "note"));
        assertThat(bytes).hasSize(ReplayFile.MAX_SIZE);
        Path file = Files.write(folder.resolve("longest.replay"), bytes);
        assertThat(ReplayFile.read(new FileHandle(file.toFile())).episode()).isEqualTo(longest);
        Replay longer = new Replay("game", Map.of(), longest, "note!");
        assertThatThrownBy(() -> ReplayFile.toBytes(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsThatNobodyCouldReadAreRefused() {
        RecordedEpisode episode = new RecordedEpisode(1, 1, 0, new byte[0]);
        Replay infinite = new Replay("g", Map.of("wind", Double.NaN), episode, "");
        assertThatThrownBy(() -> ReplayFile.toBytes(infinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replay: the setting 'wind' must be finite, but is NaN");
        Map<String, Double> many = new LinkedHashMap<>();
        while (many.size() <= SimulationSettings.MAX_SIZE) {
            many.put("s" + many.size(), 1.0);
        }
        Replay swollen = new Replay("g", many, episode, "");
        assertThatThrownBy(() -> ReplayFile.toBytes(swollen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replay: it may have 1024 settings, but has 1025");
        assertThatThrownBy(() -> new RecordedEpisode(1, many, 1, 0, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1024, but has 1025");
    }

    /** As a file on the class path, or one that grows: its length is no promise. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 195, 196, 197, 5000})
    void aFileIsReadToItsEndWhateverItsLengthSays(long length) throws IOException {
        byte[] golden = golden();
        FileHandle file = new FileHandle("some.replay") {
            @Override
            public InputStream read() {
                return new ByteArrayInputStream(golden);
            }

            @Override
            public long length() {
                return length;
            }
        };
        assertSame(ReplayFile.read(file), Golden.REPLAY);
    }

    @Test
    void anEndlessFileIsReadNoFurtherThanTheLimit() {
        FileHandle endless = new FileHandle("endless.replay") {
            @Override
            public InputStream read() {
                return new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        return length;
                    }
                };
            }

            @Override
            public long length() {
                return 0;
            }
        };
        assertThatThrownBy(() -> ReplayFile.read(endless))
                .isInstanceOf(ReplayFileException.class)
                .hasMessageContaining("it has more than 67108864 bytes");
    }
}
