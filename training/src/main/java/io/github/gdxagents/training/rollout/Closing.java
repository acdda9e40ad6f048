package io.github.gdxagents.training.rollout;

import java.util.List;
import java.util.function.Consumer;

/** Closes several things: one that fails keeps none after it open, and what it threw isn't lost. */
final class Closing {
    private Closing() {}

    /**
     * Closes all parts, in order.
     *
     * @param close closes one
     * @throws RuntimeException that the first of those threw that failed, or an error; what others threw is suppressed in it
     */
    static <T> void closeAll(List<T> parts, Consumer<? super T> close) {
        Throwable first = null;
        for (T part : parts) {
            try {
                close.accept(part);
            } catch (RuntimeException | Error failure) {
                first = together(first, failure);
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (RuntimeException) first; // a Consumer throws nothing else
        }
    }

    /**
     * Closes all parts, in order, because something has failed: what they throw is suppressed in that.
     *
     * @param failure to be thrown by the caller
     */
    static <T> void closeAllAfter(Throwable failure, List<T> parts, Consumer<? super T> close) {
        try {
            closeAll(parts, close);
        } catch (RuntimeException | Error further) {
            together(failure, further);
        }
    }

    private static Throwable together(Throwable first, Throwable further) {
        if (first == null) {
            return further;
        }
        if (first != further) { // the virtual machine may throw the same OutOfMemoryError twice
            first.addSuppressed(further);
        }
        return first;
    }
}
