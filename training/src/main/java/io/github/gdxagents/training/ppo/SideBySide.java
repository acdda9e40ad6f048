package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.List;
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
final class SideBySide implements AutoCloseable {
    /** Longer than what lies between two minibatches of networks so small that waking up would show. */
    static final long LOOKOUT_NANOS = 200_000;

    private final List<Helper> helpers = new ArrayList<>();
    /** What is to be done, or was done last; null when there will be nothing more. */
    private volatile Round<?> round = Round.of(List.of(), input -> input);

    /**
     * Starts the threads.
     *
     * @param threads at least 1, the calling one among them
     */
    SideBySide(int threads) {
        for (int i = 1; i < threads; i++) {
            Helper helper = new Helper(round);
            helpers.add(helper);
            helper.start();
        }
    }

    /**
     * Does something with each input.
     *
     * @param inputs at least one
     * @param work is called with each of them, by several threads
     * @return what it gave, in the order of the inputs
     */
    <T, R> List<R> map(List<T> inputs, Function<T, R> work) {
        Round<R> next = Round.of(inputs, work);
        if (inputs.size() > 1) {
            begin(next);
        }
        next.help();
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

    /** A thread of its own. */
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
