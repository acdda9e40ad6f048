package io.github.gdxagents.training.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
    @Test
    void neighborsStayTogetherAndNoThreadGoesAway() {
        List<Integer> five = List.of(0, 1, 2, 3, 4);

        assertThat(Threads.slices(five, 1)).containsExactly(five);
        assertThat(Threads.slices(five, 2)).containsExactly(List.of(0, 1), List.of(2, 3, 4));
        assertThat(Threads.slices(five, 3)).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4));
        assertThat(Threads.slices(five, 9))
                .hasSize(5)
                .allSatisfy(slice -> assertThat(slice).hasSize(1));
    }

    @Test
    void aThreadKeepsNoProcessAlive() {
        Thread thread = Threads.daemons("evaluation").newThread(() -> {});

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("evaluation");
    }
}
