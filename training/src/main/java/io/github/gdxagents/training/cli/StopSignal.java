package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.TrainingRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into a request to stop: the JVM stays until the run has saved itself, everything is closed and the farewell is
 * printed. A signal that comes before the run has begun stops it as soon as it has.
 *
 * <p>Thread safety: any thread.
 */
final class StopSignal implements AutoCloseable {
    /** A run that has not begun by then has nothing to save: whoever makes its game must not keep the process for ever. */
    private static final long LONGEST_START_SECONDS = 20;

    /** By then a game that has ended the process is known as stuck, unless it may take as long as it likes. */
    private static final long LONGEST_END_SECONDS = 120;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-training");
    private TrainingRun run;
    private Runnable abandonment = () -> {};
    private boolean raised;

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        synchronized (this) {
            raised = true;
            if (run != null) {
                run.requestStop();
            }
        }
        try {
            boolean isOver = end.await(LONGEST_START_SECONDS, TimeUnit.SECONDS);
            if (!isOver && hasRun()) {
                end.await();
            } else if (!isOver) {
                abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything is saved, closed and said, but not for ever: if a game never comes back, nobody may notice. */
    void awaitEnd() {
        try {
            if (!end.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                abandon();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void abandon() {
        abandonment.run();
    }

    private synchronized boolean hasRun() {
        return run != null;
    }

    /** Says what is to be done if the run has not begun when the process can't be kept any longer. */
    synchronized void abandons(Runnable cleaning) {
        abandonment = cleaning;
    }

    /** Says what is to be stopped. */
    synchronized void stops(TrainingRun begun) {
        run = begun;
        if (raised) {
            run.requestStop();
        }
    }

    /** Whether the JVM is going down: as soon as this signal is closed, nothing more is printed. */
    synchronized boolean isRaised() {
        return raised;
    }

    /** Says that everything is saved, closed and said; after a failure too, else the JVM would wait for ever. */
    @Override
    public void close() {
        end.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook has done its work.
        }
    }
}
