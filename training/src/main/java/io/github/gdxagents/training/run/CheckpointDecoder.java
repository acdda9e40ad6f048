package io.github.gdxagents.training.run;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.training.curriculum.CurriculumState;
import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.rollout.InstanceState;
import io.github.gdxagents.training.rollout.OpenRow;
import io.github.gdxagents.training.rollout.SlotState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads what {@link CheckpointEncoder} writes. It takes memory for an array only if there are still that many bytes.
 *
 * <p>Every method throws a {@link KryoException} or an {@link IllegalArgumentException} if the bytes are no such thing.
 */
record CheckpointDecoder(Input in, int version) {
    /** The first whose learners have acting parameters. */
    private static final int OVERLAP_VERSION = 4;
    /** The first whose episodes have settings, reward terms and statistics of their own. */
    private static final int FIGURES_VERSION = 5;
    /**
     * The first that has open decisions and a fingerprint of the best policies, whose episodes say how many figures they have, and whose
     * fingerprints don't depend on the format of policy files.
     */
    private static final int OPEN_VERSION = 6;
    /** The first that says whose it is. */
    private static final int RUN_VERSION = 7;
    /** The first that has a curriculum, and whose instances say what settings they were made with. */
    private static final int CURRICULUM_VERSION = 8;

    Checkpoint read() {
        String run = version < RUN_VERSION ? "" : text();
        RunProgress progress = new RunProgress(
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readLong(),
                version < OPEN_VERSION ? RunProgress.NO_FINGERPRINT : in.readLong(),
                in.readLong(),
                in.readDouble(),
                in.readLong(),
                in.readInt());
        int iteration = in.readInt();
        long steps = in.readLong();
        List<LearnerState> learners = list(this::learner);
        TrainerState trainer = new TrainerState(iteration, steps, learners, list(this::instance), curriculum());
        if (in.position() != in.limit()) {
            throw new KryoException((in.limit() - in.position()) + " bytes are left over");
        }
        return new Checkpoint(run, trainer, progress);
    }

    private CurriculumState curriculum() {
        return version < CURRICULUM_VERSION
                ? CurriculumState.START
                : new CurriculumState(lesson(), text(), text(), doubles());
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private int lesson() {
        int lesson = in.readInt();
        if (lesson < 0) {
            throw new KryoException("a lesson's index is 0 or more, but is " + lesson);
        }
        return lesson;
    }

    private LearnerState learner() {
        return new LearnerState(
                text(),
                floats(),
                floats(),
                floats(),
                in.readLong(),
                doubles(),
                doubles(),
                episodes(),
                doubles(),
                reference(),
                floats(),
                version < OVERLAP_VERSION ? new float[0] : floats(),
                version < OVERLAP_VERSION ? new double[0] : doubles());
    }

    private long reference() {
        long saved = in.readLong();
        return version >= OPEN_VERSION || saved == LearnerState.NO_REFERENCE ? saved : LearnerState.ANY_REFERENCE;
    }

    /** Before there were figures, no episode has one; how many there were at first, nothing tells: then the total alone is known. */
    private double[] episodes() {
        double[] saved = doubles();
        if (version >= OPEN_VERSION || saved.length == 0) {
            return saved;
        }
        double[] counted = new double[version < FIGURES_VERSION ? saved.length + 2 : 3];
        counted[0] = saved[0];
        System.arraycopy(saved, 1, counted, 3, counted.length - 3);
        return counted;
    }

    private InstanceState instance() {
        long episodes = in.readLong();
        RecordedEpisode episode = in.readBoolean()
                ? new RecordedEpisode(in.readLong(), settings(), in.readLong(), in.readLong(), bytes())
                : null;
        boolean hasSettings = version >= CURRICULUM_VERSION;
        return new InstanceState(
                episodes,
                episode,
                hasSettings ? settings() : Map.of(),
                hasSettings ? lesson() : 0,
                longs(),
                list(this::slot));
    }

    private Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        int count = version < FIGURES_VERSION ? 0 : length(Integer.BYTES + Double.BYTES);
        for (int i = 0; i < count; i++) {
            settings.put(text(), in.readDouble());
        }
        return settings;
    }

    private SlotState slot() {
        return new SlotState(
                longs(),
                in.readDouble(),
                in.readInt(),
                version < FIGURES_VERSION ? new double[0] : doubles(),
                floats(),
                version >= OPEN_VERSION && in.readBoolean() ? open() : null);
    }

    private OpenRow open() {
        return new OpenRow(
                floats(),
                floats(),
                in.readInts(length(Integer.BYTES)),
                in.readBooleans(length(1)),
                floats(),
                in.readFloat(),
                in.readFloat(),
                in.readBoolean(),
                floats());
    }

    private <T> List<T> list(Supplier<T> element) {
        int count = length(1);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    private byte[] bytes() {
        return in.readBytes(length(1));
    }

    private float[] floats() {
        return in.readFloats(length(Float.BYTES));
    }

    private double[] doubles() {
        return in.readDoubles(length(Double.BYTES));
    }

    private long[] longs() {
        return in.readLongs(length(Long.BYTES));
    }

    private int length(int elementSize) {
        int length = in.readInt();
        if (length < 0 || (long) length * elementSize > in.limit() - in.position()) {
            throw new KryoException("at byte " + (in.position() - Integer.BYTES) + " an array of " + length
                    + " elements does not fit into what is left");
        }
        return length;
    }
}
