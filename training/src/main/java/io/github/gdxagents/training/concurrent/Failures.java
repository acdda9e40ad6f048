package io.github.gdxagents.training.concurrent;

/** Hands failures on: those of other threads as they were thrown there, and those of several things to close without losing one. */
public final class Failures {
    private Failures() {}

    /**
     * What another thread threw, to be thrown again: {@code throw Failures.unchecked(e.getCause())}.
     *
     * @return the same if it is an exception that may be thrown anywhere, else one with it as the cause
     * @throws Error the same if it is one, such as an {@link OutOfMemoryError}
     */
    public static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }

    /**
     * Closes all parts, in order: one that fails keeps none after it open.
     *
     * @throws RuntimeException that the first of those threw that failed, or an error; what others threw is suppressed in it
     */
    public static void closeAll(Iterable<? extends AutoCloseable> parts) {
        Throwable first = closed(null, parts);
        if (first != null) {
            throw unchecked(first);
        }
    }

    /** Closes all parts, in order, because of a failure, for the caller to throw: what they throw is suppressed in that. */
    public static void closeAllAfter(Throwable failure, Iterable<? extends AutoCloseable> parts) {
        closed(failure, parts);
    }

    /** Gives the first failure, null if there is none. */
    private static Throwable closed(Throwable before, Iterable<? extends AutoCloseable> parts) {
        Throwable first = before;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception | Error further) {
                if (first == null) {
                    first = further;
                } else if (first != further) { // the virtual machine may throw the same OutOfMemoryError twice
                    first.addSuppressed(further);
                }
            }
        }
        return first;
    }
}
