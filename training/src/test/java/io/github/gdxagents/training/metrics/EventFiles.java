package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;

/** Reads what TensorBoard reads, with TensorFlow's own protocol classes and a checksum worked out bit by bit. */
public final class EventFiles {
    private EventFiles() {}

    /** The events of all files of a folder, in the order of their names. */
    public static List<Event> read(Path folder) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("events.out.tfevents.")) {
                    add(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN), events);
                }
            }
        }
        return events;
    }

    /** The steps that TensorBoard shows: where a session starts, it drops what it has of that step and of later ones. */
    public static List<Long> shownSteps(Path folder) throws IOException {
        List<Long> steps = new ArrayList<>();
        for (Event event : read(folder)) {
            if (event.getSessionLog().getStatus() == SessionLog.SessionStatus.START) {
                steps.removeIf(step -> step >= event.getStep());
            }
            if (event.getSummary().getValueCount() > 0) {
                steps.add(event.getStep());
            }
        }
        return steps;
    }

    private static void add(ByteBuffer buffer, List<Event> events) throws IOException {
        while (buffer.hasRemaining()) {
            byte[] length = bytes(buffer, 8);
            requireChecksum(buffer, length);
            byte[] data = bytes(buffer, (int)
                    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
            requireChecksum(buffer, data);
            events.add(Event.parseFrom(data));
        }
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
    static int crc32c(byte[] data) {
        int crc = -1;
        for (byte b : data) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f63b78;
            }
        }
        return ~crc;
    }
}
