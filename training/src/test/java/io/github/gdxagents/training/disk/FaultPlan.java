package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts operations and says which of them fail. All parts of a {@link FaultyDisk} ask here before they touch the real disk.
 *
 * <p>Thread safety: safe. Of several threads' operations exactly one is the k-th.
 */
final class FaultPlan {
    private static final String NO_SPACE = "No space left on device";

    private final List<String> log = new ArrayList<>();
    private int failures;
    private int plannedAt;
    private Fault planned;
    private boolean full;
    private boolean readOnly;
    private boolean vanished;

    synchronized void failAt(int operation, Fault fault) {
        if (operation <= log.size()) {
            throw new IllegalArgumentException("Operation " + operation + " can't fail: " + log.size()
                    + " have been already. Count from the disk's making, beginning with 1.");
        }
        plannedAt = operation;
        planned = fault;
    }

    synchronized void readOnly() {
        readOnly = true;
    }

    synchronized boolean isReadOnly() {
        return readOnly;
    }

    synchronized void vanish() {
        vanished = true;
    }

    synchronized void heal() {
        plannedAt = 0;
        full = false;
        readOnly = false;
        vanished = false;
    }

    synchronized int operations() {
        return log.size();
    }

    synchronized int failures() {
        return failures;
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Before something that only reads, which is not counted. */
    synchronized void look(Path file) throws IOException {
        if (vanished) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /** Before an operation that writes no bytes. */
    void pass(Operation operation, Path file) throws IOException {
        pass(operation, file, 0);
    }

    /**
     * Before an operation.
     *
     * @param bytes that it would write, ≥ 0
     * @return how many it may write: all, or at {@link Fault#SHORT} half, which is not zero
     * @throws IOException how it fails
     */
    synchronized long pass(Operation operation, Path file, long bytes) throws IOException {
        int number = log.size() + 1;
        log.add(operation.text());
        try {
            look(file);
            long allowed = allowed(operation, bytes, number == plannedAt ? planned : null);
            if (allowed < bytes) {
                note(operation, "only " + allowed + " of them");
            }
            return allowed;
        } catch (IOException e) {
            note(operation, e.toString());
            throw e;
        }
    }

    private void note(Operation operation, String failure) {
        failures++;
        log.set(log.size() - 1, operation.text() + ": " + failure);
    }

    private long allowed(Operation operation, long bytes, Fault fault) throws IOException {
        if (readOnly && operation.need() != Need.NOTHING) {
            throw operation.failure("Read-only file system");
        }
        if (full && operation.need() == Need.SPACE) {
            throw operation.failure(NO_SPACE);
        }
        if (fault == Fault.REFUSED) {
            throw operation.refusal();
        }
        if (fault != null) {
            full = true;
            if (fault == Fault.FULL || bytes < 2) {
                throw operation.failure(NO_SPACE);
            }
            return bytes / 2;
        }
        return bytes;
    }
}
