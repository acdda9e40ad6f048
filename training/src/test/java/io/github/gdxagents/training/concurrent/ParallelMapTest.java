package io.github.gdxagents.training.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelMapTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "2, 1", "2, 2", "2, 7", "4, 2", "3, 100"})
    void resultsComeInTheOrderOfTheInputs(int threads, int inputs) {
        List<Integer> numbers = IntStream.range(0, inputs).boxed().toList();
        List<Integer> squares = numbers.stream().map(n -> n * n).toList();
        try (ParallelMap parallel = new ParallelMap(threads)) {
            assertThat(parallel.map(numbers, n -> n * n)).isEqualTo(squares);
            assertThat(parallel.map(numbers, n -> -n))
                    .isEqualTo(numbers.stream().map(n -> -n).toList());
        }
    }

    /** Whoever came first would wait for ever if they were called one after the other. */
    @Test
    @Timeout(60) // or a test that hangs would never fail
    void asManyInputsAsThereAreThreadsAreWorkedOnAtOnce() {
        CyclicBarrier all = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (ParallelMap parallel = new ParallelMap(3)) {
            parallel.map(List.of(1, 2, 3), n -> {
                seen.add(Thread.currentThread());
                return await(all);
            });
        }
        assertThat(seen).hasSize(3);
    }

    /** Helpers that went to sleep, or are about to, must not miss a round: each needs them all. */
    @Test
    @Timeout(120) // or a test that hangs would never fail
    void inNoneOfManyRoundsWithPausesOfAllLengthsIsAnyoneMissing() {
        RandomStream random = RandomStream.of(1);
        CyclicBarrier all = new CyclicBarrier(3);
        try (ParallelMap parallel = new ParallelMap(3)) {
            for (int round = 0; round < 2_000; round++) {
                assertThat(parallel.map(List.of(1, 2, 3), n -> await(all))).containsExactlyInAnyOrder(0, 1, 2);
                long until = System.nanoTime() + random.nextInt(2 * (int) ParallelMap.LOOKOUT_NANOS);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a helper reads must not change before it has ended. */
    @Test
    @Timeout(60) // or a test that hangs would never fail
    void nothingIsAtWorkAnyMoreWhenAFailureReachesTheCaller() {
        CountDownLatch hasFailed = new CountDownLatch(1);
        AtomicBoolean hasEnded = new AtomicBoolean();
        try (ParallelMap parallel = new ParallelMap(2)) {
            assertThatThrownBy(() -> parallel.map(List.of(0, 1), n -> {
                        if (n == 0) {
                            hasFailed.countDown();
                            throw new IllegalArgumentException("shard 0");
                        }
                        awaitUninterrupted(hasFailed);
                        long until = System.nanoTime() + 10 * ParallelMap.LOOKOUT_NANOS;
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                        hasEnded.set(true);
                        return n;
                    }))
                    .hasMessageContaining("shard 0");
            assertThat(hasEnded).isTrue();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(60) // or a test that hangs would never fail
    void closingEndsTheThreads() throws InterruptedException {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        CyclicBarrier all = new CyclicBarrier(3);
        try (ParallelMap parallel = new ParallelMap(3)) {
            parallel.map(List.of(1, 2, 3), n -> {
                seen.add(Thread.currentThread());
                return await(all);
            });
        }
        seen.remove(Thread.currentThread());
        assertThat(seen).hasSize(2);
        for (Thread thread : seen) {
            thread.join();
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void whatTheWorkThrowsReachesTheCaller(int threads) {
        try (ParallelMap parallel = new ParallelMap(threads)) {
            assertThatThrownBy(() -> parallel.map(List.of(0, 1, 2), n -> {
                        if (n == 1) {
                            throw new IllegalArgumentException("shard " + n);
                        }
                        return n;
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("shard 1");
            assertThat(parallel.map(List.of(1, 2), n -> -n)).containsExactly(-1, -2);
        }
    }
}
