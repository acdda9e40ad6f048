package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;

/** Reads the files back with TensorFlow's own protocol classes and a checksum worked out bit by bit. */
final class TensorBoardWriterTest {
    @TempDir
    private Path folder;

    @Test
    void eventsReadBackWithTensorFlowsOwnClasses() throws IOException {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("rollout/ep_rew_mean", -123.25);
        scalars.put("spähер/größe", 1e-3);
        try (TensorBoardWriter writer = new TensorBoardWriter(folder, 1_700_000_000_250L, 64)) {
            writer.write(8192, 1_700_000_001_500L, scalars);
            writer.write(1L << 40, 1_700_000_002_000L, Map.of("a", 1.0));
        }

        List<Event> events = read();

        assertThat(events).hasSize(4);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(0).getWallTime()).isEqualTo(1_700_000_000.25);
        assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
        assertThat(events.get(1).getStep()).isEqualTo(64);
        Event first = events.get(2);
        assertThat(first.getStep()).isEqualTo(8192);
        assertThat(first.getWallTime()).isEqualTo(1_700_000_001.5);
        assertThat(first.getSummary().getValueCount()).isEqualTo(2);
        assertThat(first.getSummary().getValue(0).getTag()).isEqualTo("rollout/ep_rew_mean");
        assertThat(first.getSummary().getValue(0).getSimpleValue()).isEqualTo(-123.25f);
        assertThat(first.getSummary().getValue(1).getTag()).isEqualTo("spähер/größe");
        assertThat(first.getSummary().getValue(1).getSimpleValue()).isEqualTo(1e-3f);
        assertThat(events.get(3).getStep()).isEqualTo(1L << 40);
    }

    @Test
    void theFileIsNamedAsTensorBoardExpects() throws IOException {
        new TensorBoardWriter(folder, 5, 0).close();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("events.out.tfevents.");
        }
    }

    private List<Event> read() throws IOException {
        List<Event> events = new ArrayList<>();
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            byte[] length = bytes(buffer, 8);
            requireChecksum(buffer, length);
            byte[] data = bytes(buffer, (int)
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            requireChecksum(buffer, data);
            events.add(Event.parseFrom(data));
        }
        return events;
    }

    private static byte[] bytes(ByteBuffer buffer, int count) {
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    private static void requireChecksum(ByteBuffer buffer, byte[] data) {
        int crc = crc32c(data);
        int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
        assertThat(buffer.getInt()).isEqualTo(masked);
    }

    /** Castagnoli's polynomial, reflected, one bit at a time. */
    private static int crc32c(byte[] data) {
        int crc = -1;
        for (byte b : data) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f63b78;
            }
        }
        return ~crc;
    }

    /** RFC 3720, B.4: 32 bytes of zeroes. */
    @Test
    void theChecksumOfThisTestIsTheStandards() {
        assertThat(crc32c(new byte[32])).isEqualTo(0x8a9136aa);
    }
}
