package io.github.gdxagents.training.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes scalars for TensorBoard.
 *
 * <p>An events file is a sequence of TFRecords (length, masked CRC-32C of it, data, masked CRC-32C of that, all little-endian), and each
 * record is an {@code Event} in protobuf's wire format. Only the four fields that are needed are written, by hand.
 *
 * <p>Source: tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto, tensorflow/core/framework/summary.proto.
 */
public final class TensorBoardWriter implements AutoCloseable {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int CRC_MASK = 0xa282ead8;

    private final OutputStream file;

    /**
     * Begins a file. Several in one folder are one run to TensorBoard.
     *
     * @param millis since 1970, for the name and the time of the first event
     * @param lastStep what was written for later steps, before the run was resumed, is void
     */
    public TensorBoardWriter(Path folder, long millis, long lastStep) throws IOException {
        Path path = folder.resolve("events.out.tfevents." + millis + ".gdxagents");
        file = Files.newOutputStream(path);
        try {
            begin(millis, lastStep);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void begin(long millis, long lastStep) throws IOException {
        ByteArrayOutputStream version = event(millis, 0);
        bytes(version, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8)); // the format's name
        record(version.toByteArray());
        ByteArrayOutputStream start = event(millis, lastStep + 1); // TensorBoard drops this step too
        bytes(start, 7, new byte[] {(1 << 3) | VARINT, 1}); // SessionLog.START
        record(start.toByteArray());
    }

    /** Writes the scalars of one step by tag: decisions so far, and milliseconds since 1970. */
    public void write(long step, long millis, Map<String, Double> scalars) throws IOException {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        scalars.forEach((tag, scalar) -> {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            bytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
            tag(value, 2, FIXED32);
            value.writeBytes(little(Integer.BYTES).putFloat(scalar.floatValue()).array());
            bytes(summary, 1, value.toByteArray());
        });
        ByteArrayOutputStream event = event(millis, step);
        bytes(event, 5, summary.toByteArray());
        record(event.toByteArray());
    }

    private static ByteArrayOutputStream event(long millis, long step) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        tag(event, 1, FIXED64);
        event.writeBytes(little(Double.BYTES).putDouble(millis / 1000.0).array());
        tag(event, 2, VARINT);
        varint(event, step);
        return event;
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
        tag(out, field, BYTES);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void tag(ByteArrayOutputStream out, int field, int type) {
        varint(out, (long) field << 3 | type);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** In a single write, so that a fault of the disk doesn't leave half of it. */
    private void record(byte[] data) throws IOException {
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        ByteBuffer whole = little(Long.BYTES + 2 * Integer.BYTES + data.length);
        whole.put(length).putInt(maskedCrc(length)).put(data).putInt(maskedCrc(data));
        file.write(whole.array());
    }

    private static int maskedCrc(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
