package io.github.gdxagents.training.concurrent;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/** Threads of the trainer's own, and who of them gets what. */
public final class Threads {
    private Threads() {}

    /** {@return makes threads of a name that keep no process alive: one that a game doesn't give back must not} */
    public static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@return a slice for each of so many threads, or for fewer so that none is empty: neighbors together, as many in each as can be} */
    public static <T> List<List<T>> slices(List<T> all, int threads) {
        int size = all.size();
        int count = Math.min(threads, size);
        return IntStream.range(0, count)
                .mapToObj(slice -> all.subList(slice * size / count, (slice + 1) * size / count))
                .toList();
    }
}
