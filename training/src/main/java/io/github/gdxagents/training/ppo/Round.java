package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Things to do, each of which is taken by whoever is free.
 *
 * <p>Thread safety: any number of threads may {@link #help}.
 *
 * @param <R> what each of them gives
 */
final class Round<R> {
    private final List<FutureTask<R>> tasks;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch left;

    private Round(List<FutureTask<R>> tasks) {
        this.tasks = tasks;
        left = new CountDownLatch(tasks.size());
    }

    /** The same for each input. */
    static <T, R> Round<R> of(List<T> inputs, Function<T, R> work) {
        return new Round<>(inputs.stream()
                .map(input -> new FutureTask<>(() -> work.apply(input)))
                .toList());
    }

    /** Does what nobody else has taken. */
    void help() {
        for (int i = taken.getAndIncrement(); i < tasks.size(); i = taken.getAndIncrement()) {
            tasks.get(i).run();
            left.countDown();
        }
    }

    /**
     * Waits for the others, also if one of them has failed.
     *
     * @return what was given, in order
     * @throws RuntimeException that the first of those threw that failed; or an error
     */
    List<R> results() {
        awaitAll();
        List<R> results = new ArrayList<>();
        for (FutureTask<R> task : tasks) {
            results.add(result(task));
        }
        return results;
    }

    /**
     * Also if one of them has failed, and if this thread is interrupted: what is computed can't be stopped, and whatever it reads must not
     * change meanwhile.
     */
    private void awaitAll() {
        long since = System.nanoTime();
        while (left.getCount() > 0 && System.nanoTime() - since < SideBySide.LOOKOUT_NANOS) {
            Thread.onSpinWait();
        }
        boolean isInterrupted = false;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R result(FutureTask<R> task) {
        boolean isInterrupted = Thread.interrupted(); // else get() would throw, though there is nothing to wait for
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause(); // a Function throws nothing else
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
