package io.github.gdxagents.training.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * Writes scalars for TensorBoard.
 *
 * <p>An events file is a sequence of TFRecords (length, masked CRC-32C of it, data, masked CRC-32C of that, all little-endian), and each
 * record is an {@code Event}.
 *
 * <p>Source: tensorflow/core/lib/io/record_writer.h.
 */
public final class TensorBoardWriter implements AutoCloseable {
    private static final int CRC_MASK = 0xa282ead8;

    private final OutputStream file;

    /**
     * Begins a file. Several in one folder are one run to TensorBoard.
     *
     * @param millis since 1970, for the name and the time of the first event
     * @param lastStep what was written for later steps, before the run was resumed, is void
     */
    public TensorBoardWriter(Path folder, long millis, long lastStep) throws IOException {
        file = Files.newOutputStream(folder.resolve("events.out.tfevents." + millis + ".gdxagents"));
        try {
            record(event(millis, 0).setFileVersion("brain.Event:2")); // the format's name
            record(event(millis, lastStep + 1) // TensorBoard drops this step too
                    .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Writes the scalars of one step by tag: decisions so far, and milliseconds since 1970. */
    public void write(long step, long millis, Map<String, Double> scalars) throws IOException {
        Summary.Builder summary = Summary.newBuilder();
        scalars.forEach((tag, scalar) -> summary.addValueBuilder().setTag(tag).setSimpleValue(toFloat(scalar)));
        record(event(millis, step).setSummary(summary));
    }

    /** Its events have floats: what is larger becomes the largest of them. */
    private static float toFloat(double scalar) {
        return Double.isFinite(scalar)
                ? (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, scalar))
                : (float) scalar;
    }

    private static Event.Builder event(long millis, long step) {
        return Event.newBuilder().setWallTime(millis / 1000.0).setStep(step);
    }

    /** In a single write, so that a fault of the disk doesn't leave half of it. */
    private void record(Event.Builder event) throws IOException {
        byte[] data = event.build().toByteArray();
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
