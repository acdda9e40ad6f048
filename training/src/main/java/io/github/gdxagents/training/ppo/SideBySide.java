package io.github.gdxagents.training.ppo;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the same with each of several things at once.
 *
 * <p>Handing work from one sleeping thread to another takes as long as a small update. So whoever has many rounds to do does them all in
 * {@link #run}: its own threads look out for the next round for a while before they go to sleep.
 *
 * <p>Thread safety: one thread calls.
 */
final class SideBySide implements AutoCloseable {
    /** Null for a single thread, which needs no other. */
    private final ForkJoinPool pool;

    /**
     * Makes the threads.
     *
     * @param threads at least 1
     */
    SideBySide(int threads) {
        pool = threads == 1 ? null : new ForkJoinPool(threads);
    }

    /**
     * Does something that calls {@link #map} often.
     *
     * @param work for one of the threads
     * @return what it gave
     */
    <R> R run(Supplier<R> work) {
        return pool == null || isInside() ? work.get() : pool.invoke(ForkJoinTask.adapt(work::get));
    }

    private boolean isInside() {
        return ForkJoinTask.getPool() == pool;
    }

    /**
     * Does something with each input.
     *
     * @param inputs at least one
     * @param work is called with each of them, by several threads
     * @return what it gave, in the order of the inputs
     */
    <T, R> List<R> map(List<T> inputs, Function<T, R> work) {
        if (pool == null || inputs.size() == 1) {
            return inputs.stream().map(work).toList();
        }
        return run(() ->
                ForkJoinTask.invokeAll(inputs.stream()
                                .map(input -> ForkJoinTask.adapt(() -> work.apply(input)))
                                .toList())
                        .stream()
                        .map(ForkJoinTask::join)
                        .toList());
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
