package io.github.gdxagents.training.concurrent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Waits for threads that step simulations, and notices when one doesn't come back from a step. */
public final class Watchdog {
    private static final long LOOK_MILLIS = 200;
    private static final int SHOWN_FRAMES = 8;

    /** More than this between two looks was a pause of the whole process, of which no game is guilty. */
    private static final long LONGEST_LOOK_NANOS = 5 * LOOK_MILLIS * 1_000_000;

    /** How a message begins of who does not come back. */
    public static final String SILENT = "it has not come back for";

    /** How a message begins of who ended the process, and does not come back either. */
    public static final String EXITED = "it called System.exit";

    /** A thread that is silent for so long is looked at more closely. */
    private static final long SUSPICIOUS_NANOS = 1_000_000_000;

    private final List<Heartbeat> heartbeats;
    private final long patienceNanos;
    private final Runnable glance;
    private final long[] lastBeats;
    private final long[] silentNanos;
    private long lastLook;
    /** Of the first task that failed, or null. */
    private ExecutionException failure;

    private boolean isInterrupted;

    /** Watches threads, by position; a step may take so long at most, zero for as long as it likes. */
    public Watchdog(List<Heartbeat> heartbeats, Duration patience) {
        this(heartbeats, patience, () -> {});
    }

    /** The same; while it waits, the thread that does glances at something several times in a second. */
    public Watchdog(List<Heartbeat> heartbeats, Duration patience, Runnable glance) {
        this.glance = glance;
        this.heartbeats = List.copyOf(heartbeats);
        patienceNanos = patience.toNanos();
        lastBeats = new long[heartbeats.size()];
        silentNanos = new long[heartbeats.size()];
    }

    /**
     * Waits until all tasks have ended, well or not, also if this thread is interrupted: what they work on is theirs until then.
     *
     * @param tasks one for each heartbeat, by position
     * @throws StuckException if one doesn't come back; the others may go on
     * @throws ExecutionException of the first by position that failed
     */
    public void await(List<? extends Future<?>> tasks) throws ExecutionException {
        begin(System.nanoTime());
        failure = null;
        isInterrupted = false;
        try {
            for (Future<?> task : tasks) {
                while (!isOver(task)) {
                    look(System.nanoTime());
                    glance.run();
                }
            }
        } catch (StuckException stuck) {
            if (failure != null) {
                stuck.addSuppressed(failure);
            }
            throw stuck;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private boolean isOver(Future<?> task) {
        try {
            task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            isInterrupted = true;
            return false;
        } catch (ExecutionException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
            return true;
        }
    }

    void begin(long now) {
        lastLook = now;
        Arrays.fill(silentNanos, 0);
    }

    /** What time it is comes from outside, so that a test need not wait. */
    void look(long now) {
        long passed = Math.min(now - lastLook, LONGEST_LOOK_NANOS);
        lastLook = now;
        for (int i = 0; i < lastBeats.length; i++) {
            Heartbeat heartbeat = heartbeats.get(i);
            Thread thread = heartbeat.thread();
            if (thread == null || heartbeat.beats() != lastBeats[i]) {
                lastBeats[i] = heartbeat.beats();
                silentNanos[i] = 0;
            } else {
                silentNanos[i] += passed;
                if (silentNanos[i] > SUSPICIOUS_NANOS && isExiting(thread)) {
                    throw new StuckException(i, EXITED + ", which never comes back", thread);
                }
                if (patienceNanos > 0 && silentNanos[i] > patienceNanos) {
                    long seconds = silentNanos[i] / 1_000_000_000L;
                    throw new StuckException(i, SILENT + " " + seconds + " s", thread);
                }
            }
        }
    }

    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    /** A thread has not come back from a step. */
    public static final class StuckException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int position;

        StuckException(int position, String what, Thread thread) {
            super(what + "; its thread is at" + frames(thread));
            this.position = position;
        }

        private static String frames(Thread thread) {
            return Arrays.stream(thread.getStackTrace())
                    .limit(SHOWN_FRAMES)
                    .map(frame -> "\n    " + frame)
                    .collect(Collectors.joining());
        }

        /** Its position among the heartbeats. */
        public int position() {
            return position;
        }
    }
}
