package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.TrainerState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
    private static final RunProgress PROGRESS = new RunProgress(12.5, -3.25, 4096, 8192, 9.75);
    private static final Checkpoint CHECKPOINT = new Checkpoint(RunFixtures.state(1), PROGRESS);
    private static final Path NOWHERE = Path.of("checkpoint");

    @TempDir
    private Path folder;

    @Test
    void everythingReadsBackBitForBit() {
        Path file = folder.resolve("checkpoint");
        CHECKPOINT.write(file);

        Checkpoint read = Checkpoint.read(file);

        assertThat(read.progress()).isEqualTo(PROGRESS);
        requireSame(read.trainer(), CHECKPOINT.trainer());
        assertThat(read.toBytes()).isEqualTo(CHECKPOINT.toBytes());
    }

    private static void requireSame(TrainerState actual, TrainerState expected) {
        assertThat(actual.iteration()).isEqualTo(expected.iteration());
        assertThat(actual.steps()).isEqualTo(expected.steps());
        assertThat(actual.streams()).isEqualTo(expected.streams());
        assertThat(actual.learners()).hasSameSizeAs(expected.learners());
        for (int i = 0; i < expected.learners().size(); i++) {
            LearnerState a = actual.learners().get(i);
            LearnerState e = expected.learners().get(i);
            assertThat(a.behavior()).isEqualTo(e.behavior());
            assertThat(a.parameters()).isEqualTo(e.parameters());
            assertThat(a.firstMoments()).isEqualTo(e.firstMoments());
            assertThat(a.secondMoments()).isEqualTo(e.secondMoments());
            assertThat(a.updates()).isEqualTo(e.updates());
            assertThat(a.observationMoments()).isEqualTo(e.observationMoments());
            assertThat(a.rewardMoments()).isEqualTo(e.rewardMoments());
            assertThat(a.episodes()).isEqualTo(e.episodes());
        }
    }

    @Test
    void aDamagedByteAnywhereIsNoticed() {
        byte[] bytes = CHECKPOINT.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> Checkpoint.fromBytes(damaged, NOWHERE))
                    .as("byte %d", i)
                    .isInstanceOf(RunException.class);
        }
    }

    @Test
    void aFileCutShortAnywhereIsNoticed() {
        byte[] bytes = CHECKPOINT.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Checkpoint.fromBytes(cut, NOWHERE))
                    .as("%d bytes", length)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("checkpoint");
        }
    }

    /** Whoever forges the number of streams can forge the checksum too. 1000 bytes would be left, but not 1000 longs. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, 1 << 24, 1000})
    void aForgedLengthTakesNoMemory(int length) {
        byte[] bytes = CHECKPOINT.toBytes();
        int offset = Checkpoint.HEADER_SIZE + 5 * Long.BYTES + Integer.BYTES + Long.BYTES;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        assertThat(Integer.reverseBytes(buffer.getInt(offset))).isEqualTo(4);
        buffer.putInt(offset, Integer.reverseBytes(length));
        buffer.putInt(12, Checkpoint.checksum(bytes, Checkpoint.HEADER_SIZE, bytes.length - Checkpoint.HEADER_SIZE));

        assertThatThrownBy(() -> Checkpoint.fromBytes(bytes, NOWHERE))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("damaged: an array of " + length + " elements does not fit");
    }

    @Test
    void aNewerVersionIsNamed() {
        byte[] bytes = CHECKPOINT.toBytes();
        ByteBuffer.wrap(bytes).putInt(4, 99);

        assertThatThrownBy(() -> Checkpoint.fromBytes(bytes, NOWHERE))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("version 2");
    }

    @Test
    void replacingLeavesNoTemporaryFile() throws IOException {
        Path file = folder.resolve("checkpoint");
        CHECKPOINT.write(file);
        Checkpoint second = new Checkpoint(RunFixtures.state(2), PROGRESS);
        second.write(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(second.toBytes());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("checkpoint");
        CHECKPOINT.write(file);
        Files.createDirectory(folder.resolve("checkpoint.tmp")); // the temporary file can't be written

        assertThatThrownBy(() -> new Checkpoint(RunFixtures.state(2), PROGRESS).write(file))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("checkpoint");
        assertThat(Files.readAllBytes(file)).isEqualTo(CHECKPOINT.toBytes());
    }
}
