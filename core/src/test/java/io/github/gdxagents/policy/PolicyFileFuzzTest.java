package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;

/**
 * Whatever the bytes, reading gives a policy or a {@link PolicyFileException}, and takes no more memory than a policy of that size may.
 *
 * <p>In an ordinary run the kept corpus is read. With {@code JAZZER_FUZZ=1} in the environment new inputs are looked for, guided by what
 * code they reach: {@code core/docs/policy-format.md} has the commands.
 */
@Tag("slow")
class PolicyFileFuzzTest {
    private static final int ROUNDS = 3;
    private static final int HEADER = 16;
    private static final int CHECKSUM = 4;
    private static final int VERSION = 8;

    /** Whatever the file's size: an exception with its stack, and the buffers of the reader. */
    private static final long MOST_BYTES = 1 << 17;

    /** A name or a setting of very few letters is a string in several lists; numbers take less than three. */
    private static final long MOST_BYTES_PER_BYTE = 64;

    /** The bytes as they are, and the same with a header and a checksum that fit, or no guess would come past the checksum. */
    @FuzzTest(maxDuration = "12s")
    void anyBytesAreAPolicyOrRefused(byte[] bytes) throws IOException {
        if (bytes == null) {
            return;
        }
        read(bytes);
        if (bytes.length >= HEADER + CHECKSUM) {
            for (int version = 1; version <= PolicyFile.FORMAT_VERSION; version++) {
                read(framed(bytes, version));
            }
        }
    }

    private static byte[] framed(byte[] bytes, int version) {
        byte[] file = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(0, 0x0A1A0A0D58444789L).putInt(VERSION, version).putInt(12, file.length - HEADER - CHECKSUM);
        CRC32 checksum = new CRC32();
        checksum.update(file, 0, file.length - CHECKSUM);
        buffer.putInt(file.length - CHECKSUM, (int) checksum.getValue());
        return file;
    }

    private static void read(byte[] bytes) throws IOException {
        long most = MOST_BYTES + MOST_BYTES_PER_BYTE * bytes.length;
        PolicyModel model = readOrNull(bytes, most);
        if (model != null) {
            byte[] written = PolicyFile.toBytes(model);
            byte[] again = PolicyFile.toBytes(PolicyFile.read(new ByteArrayInputStream(written)));
            assertThat(Arrays.equals(again, written))
                    .as("what was read is written the same each time")
                    .isTrue();
        }
    }

    private static PolicyModel readOrNull(byte[] bytes, long most) throws IOException {
        PolicyModel model = null;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > most; round++) { // classes may be loaded in the first
            long before = Fixtures.allocated();
            try {
                model = PolicyFile.read(new ByteArrayInputStream(bytes));
            } catch (PolicyFileException refused) {
                assertThat(refused.getMessage()).startsWith("Policy file '(stream)', ");
            }
            least = Math.min(least, Fixtures.allocated() - before);
        }
        assertThat(least).as("memory for a file of %d bytes", bytes.length).isLessThan(most);
        return model;
    }
}
