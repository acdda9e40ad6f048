package io.github.gdxagents.training.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Does the same with each of several things at once, on the calling thread and some of its own, again and again.
 *
 * <p>To wake a sleeping thread takes as long as half a small update, on a virtual machine longer. So threads that have nothing to do look
 * out for a moment before they go to sleep: within an iteration of learning there is always more.
 *
 * <p>Thread safety: one thread calls.
 */
public final class ParallelMap implements AutoCloseable {
    /** Longer than what lies between two minibatches of networks so small that waking up would show. */
    static final long LOOKOUT_NANOS = 200_000;

    private final List<Helper> helpers = new ArrayList<>();
    /** What is to be done, or was done last; null when there will be nothing more. */
    private volatile Round<?> round = new Round<>(List.of());

    /** @param threads to start, at least 1, the calling one among them */
    public ParallelMap(int threads) {
        for (int i = 1; i < threads; i++) {
            Helper helper = new Helper(round);
            helpers.add(helper);
            helper.start();
        }
    }

    /**
     * Does something with each input, at least one.
     *
     * @param work is called with each of them, by several threads
     * @return what it gave, in the order of the inputs
     * @throws RuntimeException that the first of the inputs led to that failed, once all have ended; or an error
     */
    public <T, R> List<R> map(List<T> inputs, Function<T, R> work) {
        Round<R> next = new Round<>(inputs.stream()
                .map(input -> new FutureTask<>(() -> work.apply(input)))
                .toList());
        if (inputs.size() > 1) {
            begin(next);
        }
        next.help();
        next.awaitAll();
        return next.results();
    }

    private void begin(Round<?> next) {
        round = next;
        helpers.forEach(Helper::wake);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        begin(null);
    }

    /** Things to do, each of which is taken by whoever is free. */
    private record Round<R>(List<FutureTask<R>> tasks, AtomicInteger taken) {
        Round(List<FutureTask<R>> tasks) {
            this(tasks, new AtomicInteger());
        }

        void help() {
            for (int i = taken.getAndIncrement(); i < tasks.size(); i = taken.getAndIncrement()) {
                tasks.get(i).run();
            }
        }

        /**
         * Also if one of them has failed, and if this thread is interrupted: what is computed can't be stopped, and whatever it reads must
         * not change meanwhile.
         */
        void awaitAll() {
            long since = System.nanoTime();
            boolean isInterrupted = false;
            for (FutureTask<R> task : tasks) {
                while (!task.isDone()) {
                    if (System.nanoTime() - since < LOOKOUT_NANOS) {
                        Thread.onSpinWait();
                        continue;
                    }
                    try {
                        task.get();
                    } catch (InterruptedException e) {
                        isInterrupted = true;
                    } catch (ExecutionException e) {
                        break; // results() will throw it
                    }
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }

        List<R> results() {
            return tasks.stream().map(Round::result).toList();
        }

        private static <R> R result(FutureTask<R> done) {
            try {
                return done.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e); // it does not wait
            } catch (ExecutionException e) {
                throw Failures.unchecked(e.getCause());
            }
        }
    }

    private final class Helper extends Thread {
        private Round<?> last;
        private volatile boolean isAsleep;

        Helper(Round<?> last) {
            super("learner");
            setDaemon(true);
            this.last = last;
        }

        @Override
        public void run() {
            while (last != null) {
                last.help();
                awaitNext();
            }
        }

        private void awaitNext() {
            long since = System.nanoTime();
            while (round == last) {
                if (System.nanoTime() - since < LOOKOUT_NANOS) {
                    Thread.onSpinWait();
                } else {
                    sleep();
                }
            }
            last = round;
        }

        /** Says so first and looks once more then: whoever begins a round either sees it or is seen. */
        private void sleep() {
            isAsleep = true;
            if (round == last) {
                LockSupport.park(this);
            }
            isAsleep = false;
        }

        void wake() {
            if (isAsleep) {
                LockSupport.unpark(this);
            }
        }
    }
}
