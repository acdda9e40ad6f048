package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.exact.Exactly;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CheckpointTest {
    private static final RunProgress PROGRESS = new RunProgress(12.5, -3.25, 6, 4096, 77, 8192, 9.75, 3, 1);
    private static final Checkpoint CHECKPOINT = new Checkpoint("0f3a", RunFixtures.state(1), PROGRESS);

    @Test
    void everythingReadsBackBitForBit() throws Exception {
        Checkpoint read = Checkpoint.fromBytes(CHECKPOINT.toBytes());

        Exactly.assertSame(read, CHECKPOINT);
        assertThat(read.toBytes()).isEqualTo(CHECKPOINT.toBytes());
    }

    @Test
    void aDamagedByteAnywhereIsNoticed() {
        byte[] bytes = CHECKPOINT.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            boolean isVersion = i >= 4 && i < 8;
            assertThatThrownBy(() -> Checkpoint.fromBytes(damaged))
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            CheckpointException.class,
                            fault -> assertThat(fault.suffix).isEqualTo(isVersion ? ".passed-over" : ".damaged"));
        }
    }

    @Test
    void aFileCutShortAnywhereIsNoticed() {
        byte[] bytes = CHECKPOINT.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Checkpoint.fromBytes(cut))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            CheckpointException.class,
                            fault -> assertThat(fault.suffix).isEqualTo(".damaged"));
        }
    }

    /** Whoever forges a number of learners, parameters or decisions can forge the checksum too. */
    @Test
    void aForgedLengthAnywhereTakesNoMemoryAndIsNoticed() {
        byte[] bytes = CHECKPOINT.toBytes();
        long before = allocated();
        int tries = 0;
        for (int offset = Checkpoint.HEADER_SIZE; offset + 4 <= bytes.length; offset++) {
            for (int length : new int[] {Integer.MAX_VALUE, -1, 1 << 24}) {
                byte[] forged = bytes.clone();
                ByteBuffer.wrap(forged).putInt(offset, Integer.reverseBytes(length));
                ByteBuffer.wrap(forged)
                        .putInt(12, Checkpoint.checksum(forged, Checkpoint.HEADER_SIZE, forged.length - 16));
                tries++;
                try {
                    Checkpoint.fromBytes(forged); // a number may be any
                } catch (CheckpointException expected) {
                    assertThat(expected.suffix).isEqualTo(".damaged");
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }
        assertThat((allocated() - before) / tries).as("bytes a try").isLessThan(200_000);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void aNewerVersionIsNamed() {
        byte[] bytes = CHECKPOINT.toBytes();
        ByteBuffer.wrap(bytes).putInt(4, 99);

        assertThatThrownBy(() -> Checkpoint.fromBytes(bytes))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("versions 3 to 8");
    }
}
