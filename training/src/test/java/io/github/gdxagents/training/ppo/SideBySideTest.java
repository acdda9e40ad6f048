package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "2, 1", "2, 2", "2, 7", "4, 2", "3, 100"})
    void resultsComeInTheOrderOfTheInputs(int threads, int inputs) {
        List<Integer> numbers = IntStream.range(0, inputs).boxed().toList();
        List<Integer> squares = numbers.stream().map(n -> n * n).toList();
        try (SideBySide sideBySide = new SideBySide(threads)) {
            assertThat(sideBySide.map(numbers, n -> n * n)).isEqualTo(squares);
            assertThat(sideBySide.<List<Integer>>run(() -> sideBySide.map(numbers, n -> n * n)))
                    .isEqualTo(squares);
        }
    }

    /** Whoever came first would wait for ever if they were called one after the other. */
    @Test
    @Timeout(60)
    void asManyInputsAsThereAreThreadsAreWorkedOnAtOnce() {
        CyclicBarrier all = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (SideBySide sideBySide = new SideBySide(3)) {
            sideBySide.run(() -> sideBySide.map(List.of(1, 2, 3), n -> {
                seen.add(Thread.currentThread());
                return await(all);
            }));
        }
        assertThat(seen).hasSize(3);
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void whatTheWorkThrowsReachesTheCaller(int threads) {
        try (SideBySide sideBySide = new SideBySide(threads)) {
            assertThatThrownBy(() -> sideBySide.run(() -> sideBySide.map(List.of(0, 1, 2), n -> {
                        if (n == 1) {
                            throw new TrainingFault("shard " + n);
                        }
                        return n;
                    })))
                    .isInstanceOf(TrainingFault.class)
                    .hasMessageContaining("shard 1");
            assertThat(sideBySide.map(List.of(1, 2), n -> -n)).containsExactly(-1, -2);
        }
    }
}
