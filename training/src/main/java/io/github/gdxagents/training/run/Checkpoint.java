package io.github.gdxagents.training.run;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.TrainerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Everything that a run goes on from, as a file.
 *
 * <p>The file is a header (magic, format version, length and CRC-32C of the rest, four bytes each, big-endian) and the state as Kryo's
 * primitives write it. A reader takes memory for an array only if the file still has that many bytes.
 *
 * <p>Thread safety: immutable.
 *
 * @param trainer weights, optimizer, normalizers and random streams
 * @param progress of the run itself
 */
record Checkpoint(TrainerState trainer, RunProgress progress) {
    static final int MAGIC = 0x47445843; // "GDXC"
    static final int FORMAT_VERSION = 2;
    static final int HEADER_SIZE = 16;
    private static final long MAX_SIZE = 1L << 30;

    /** Writes the file, whole or not at all. */
    void write(Path file) {
        AtomicFile.write(file, toBytes());
    }

    byte[] toBytes() {
        Output body = new Output(1 << 16, -1);
        writeProgress(body);
        writeTrainer(body);
        byte[] content = body.toBytes();
        Output file = new Output(HEADER_SIZE + content.length);
        writeInt(file, MAGIC);
        writeInt(file, FORMAT_VERSION);
        writeInt(file, content.length);
        writeInt(file, checksum(content, 0, content.length));
        file.writeBytes(content);
        return file.toBytes();
    }

    private void writeProgress(Output out) {
        out.writeDouble(progress.seconds());
        out.writeDouble(progress.bestScore());
        out.writeLong(progress.bestSteps());
        out.writeLong(progress.targetSteps());
        out.writeDouble(progress.targetSeconds());
    }

    private void writeTrainer(Output out) {
        out.writeInt(trainer.iteration());
        out.writeLong(trainer.steps());
        out.writeInt(trainer.streams().length);
        out.writeLongs(trainer.streams(), 0, trainer.streams().length);
        out.writeInt(trainer.learners().size());
        for (LearnerState learner : trainer.learners()) {
            out.writeString(learner.behavior());
            writeFloats(out, learner.parameters());
            writeFloats(out, learner.firstMoments());
            writeFloats(out, learner.secondMoments());
            out.writeLong(learner.updates());
            writeDoubles(out, learner.observationMoments());
            writeDoubles(out, learner.rewardMoments());
            out.writeLong(learner.episodes());
            writeDoubles(out, learner.adaptation());
        }
    }

    /**
     * Reads a file.
     *
     * @throws RunException if it is damaged or of another version
     */
    static Checkpoint read(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw damaged(file, "it has " + Files.size(file) + " bytes, more than any checkpoint", null);
            }
            return fromBytes(Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw new RunException("Can't read the checkpoint '" + file + "': " + e + ".", e);
        }
    }

    static Checkpoint fromBytes(byte[] bytes, Path file) {
        if (bytes.length < HEADER_SIZE || intAt(bytes, 0) != MAGIC) {
            throw damaged(file, "it does not begin as a checkpoint does", null);
        }
        int version = intAt(bytes, 4);
        if (version != FORMAT_VERSION) {
            throw new RunException(
                    "The checkpoint '" + file + "' has format version " + version + ", but this program reads version "
                            + FORMAT_VERSION + ". Go on with the program that wrote it, or train anew.");
        }
        int length = bytes.length - HEADER_SIZE;
        if (intAt(bytes, 8) != length) {
            throw damaged(
                    file, "it should have " + intAt(bytes, 8) + " bytes after the header, but has " + length, null);
        }
        if (intAt(bytes, 12) != checksum(bytes, HEADER_SIZE, length)) {
            throw damaged(file, "its checksum is wrong", null);
        }
        try {
            Input in = new Input(bytes, HEADER_SIZE, length);
            RunProgress progress =
                    new RunProgress(in.readDouble(), in.readDouble(), in.readLong(), in.readLong(), in.readDouble());
            Checkpoint checkpoint = new Checkpoint(readTrainer(in), progress);
            if (in.position() != in.limit()) {
                throw damaged(file, (in.limit() - in.position()) + " bytes are left over", null);
            }
            return checkpoint;
        } catch (KryoException | NegativeArraySizeException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static TrainerState readTrainer(Input in) {
        int iteration = in.readInt();
        long steps = in.readLong();
        long[] streams = in.readLongs(length(in, Long.BYTES));
        int count = length(in, 1);
        List<LearnerState> learners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            learners.add(new LearnerState(
                    in.readString(),
                    in.readFloats(length(in, Float.BYTES)),
                    in.readFloats(length(in, Float.BYTES)),
                    in.readFloats(length(in, Float.BYTES)),
                    in.readLong(),
                    in.readDoubles(length(in, Double.BYTES)),
                    in.readDoubles(length(in, Double.BYTES)),
                    in.readLong(),
                    in.readDoubles(length(in, Double.BYTES))));
        }
        return new TrainerState(iteration, steps, learners, streams);
    }

    private static int length(Input in, int elementSize) {
        int length = in.readInt();
        if (length < 0 || (long) length * elementSize > in.limit() - in.position()) {
            throw new KryoException("an array of " + length + " elements does not fit into what is left");
        }
        return length;
    }

    private static void writeFloats(Output out, float[] values) {
        out.writeInt(values.length);
        out.writeFloats(values, 0, values.length);
    }

    private static void writeDoubles(Output out, double[] values) {
        out.writeInt(values.length);
        out.writeDoubles(values, 0, values.length);
    }

    /** Kryo's own order is little-endian; the header shows its magic as text. */
    private static void writeInt(Output out, int value) {
        out.writeInt(Integer.reverseBytes(value));
    }

    private static int intAt(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 24
                | (bytes[offset + 1] & 0xff) << 16
                | (bytes[offset + 2] & 0xff) << 8
                | (bytes[offset + 3] & 0xff);
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private static RunException damaged(Path file, String fault, Throwable cause) {
        return new RunException(
                "The checkpoint '" + file + "' is damaged: " + fault + ". Copy it again, or train anew.", cause);
    }
}
