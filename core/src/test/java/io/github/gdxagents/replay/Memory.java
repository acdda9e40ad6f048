package io.github.gdxagents.replay;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this thread took from the heap. */
final class Memory {
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Memory() {}

    /** Bytes since the thread began. */
    static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Bytes each time that the work runs, after a warm-up: the least of some rounds, so that what the JIT compiler takes once is out. */
    static long allocatedBy(Runnable preparation, Runnable work) {
        for (int i = 0; i < 20; i++) {
            preparation.run();
            work.run();
            allocated(); // the first call itself allocates
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            preparation.run();
            long before = allocated();
            work.run();
            least = Math.min(least, allocated() - before);
        }
        return least;
    }
}
