package io.github.gdxagents.training.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The sign of life of a thread that steps simulations, for a {@link Watchdog} on another thread.
 *
 * <p>Thread safety: one thread beats, others look. A beat is a plain store in cost: no fence, no lock.
 */
public final class Heartbeat {
    private static final VarHandle BEATS;

    static {
        try {
            BEATS = MethodHandles.lookup().findVarHandle(Heartbeat.class, "beats", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through the handle
    private long beats;

    private volatile Thread thread;

    /** The calling thread works from now on. */
    public void begin() {
        thread = Thread.currentThread();
        beat();
    }

    /** A step came back. */
    public void beat() {
        BEATS.setOpaque(this, (long) BEATS.getOpaque(this) + 1);
    }

    /** Nothing is to be watched any more. */
    public void end() {
        thread = null;
    }

    long beats() {
        return (long) BEATS.getOpaque(this);
    }

    /** Null if it doesn't work. */
    Thread thread() {
        return thread;
    }
}
