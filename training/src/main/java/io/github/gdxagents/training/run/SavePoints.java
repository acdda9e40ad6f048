package io.github.gdxagents.training.run;

import io.github.gdxagents.training.config.RunConfig;
import io.github.gdxagents.training.ppo.Trainer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run could go on from: the last iteration that is finished and recorded, and the last that is on the disk. */
final class SavePoints {
    private static final Logger LOG = LoggerFactory.getLogger(SavePoints.class);

    private final Trainer trainer;
    private final RunRecorder recorder;
    private final CheckpointStore checkpoints;
    private final Logbook logbook;
    private final String run;
    private final RunLock lock;
    private final long intervalNanos;
    /** The last iteration whose line is written, with all that follows from it; null before a new run is first saved. */
    private Checkpoint recorded;

    private int savedIteration;
    private long savedNanos = System.nanoTime();

    /** Goes on from a checkpoint, or from nothing if that is null. */
    SavePoints(
            RunConfig config,
            Trainer trainer,
            RunRecorder recorder,
            CheckpointStore checkpoints,
            Logbook logbook,
            RunLock lock,
            Checkpoint origin) {
        this.trainer = trainer;
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        run = config.id();
        this.logbook = logbook;
        this.lock = lock;
        intervalNanos = TimeUnit.SECONDS.toNanos(config.checkpointSeconds());
        recorded = origin;
        savedIteration = origin == null ? -1 : origin.trainer().iteration();
    }

    /** Remembers the run as it is: a failure from here on costs no more than what comes after. */
    void mark() {
        recorded = new Checkpoint(run, trainer.state(), logbook.progress());
    }

    /** Writes the run as it is, and the latest policies. Throws a RunException if the disk refuses. */
    void save() {
        mark();
        writeRecorded();
        recorder.writePolicies("latest", trainer.policies(), null);
        recorder.keepConfig();
        savedNanos = System.nanoTime();
        LOG.debug("saved after {} steps", trainer.steps());
    }

    private void writeRecorded() {
        lock.requireHeld();
        recorder.force(); // before the rest: the figures until then must be safe on the disk
        checkpoints.write(recorded);
        savedIteration = recorded.trainer().iteration();
    }

    /** Whether the last was saved long enough ago. */
    boolean isDue() {
        return System.nanoTime() - savedNanos >= intervalNanos;
    }

    /** As they were then: what failed may have left others. A checkpoint is all that a run needs, so that it matters less if they can't be. */
    private void writeLatest() {
        try {
            trainer.restoreWithoutEpisodes(recorded.trainer());
            recorder.writePolicies("latest", trainer.policies(), null);
        } catch (RuntimeException e) {
            LOG.warn("the latest policies are not those of iteration {}: {}", savedIteration, e.getMessage());
        }
    }

    /** After a failure, of which the user is told anyway: saves the last iteration that was recorded, and says which, or why it can't. */
    String saveLast(String told) {
        try {
            lock.requireHeld();
            if (recorded.trainer().iteration() != savedIteration || !checkpoints.has(savedIteration)) {
                writeRecorded();
            }
            writeLatest();
            recorder.keepConfig();
            return "The run is saved as of iteration " + savedIteration + ".";
        } catch (RuntimeException | OutOfMemoryError e) {
            String why = told.equals(e.getMessage()) ? "" : " (" + e.getMessage() + ")";
            return "It can't be saved any more" + why + "; the checkpoint of iteration " + savedIteration
                    + (checkpoints.has(savedIteration) ? " is kept." : " is gone, too.");
        }
    }
}
