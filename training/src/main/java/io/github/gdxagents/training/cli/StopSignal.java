package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.TrainingRun;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and SIGTERM into a request to stop: the JVM stays until the run has saved itself and the farewell is printed.
 *
 * <p>Thread safety: {@link #finished} may be called by any thread.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean raised;

    private StopSignal(TrainingRun run) {
        hook = new Thread(
                () -> {
                    raised = true;
                    run.requestStop();
                    awaitEnd();
                },
                "stop-training");
    }

    static StopSignal to(TrainingRun run) {
        StopSignal signal = new StopSignal(run);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the JVM is going down: as soon as this signal is closed, nothing more is printed. */
    boolean isRaised() {
        return raised;
    }

    /** Says that everything is saved. */
    void finished() {
        end.countDown();
    }

    @Override
    public void close() {
        finished(); // after a failure too, else the JVM would wait for ever
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook has done its work.
        }
    }
}
