package io.github.gdxagents.training.run.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchmarkEffortTest {
    @Test
    void whatWarmedUpIsForgottenBeforeTheRoundsThatCount() {
        List<String> events = new ArrayList<>();

        new BenchmarkEffort(2, 0)
                .run(
                        (round, rounds) -> events.add(round + " of " + rounds),
                        () -> events.add("measure"),
                        () -> events.add("forget"));

        assertThat(events).containsExactly("0 of 2", "measure", "forget", "1 of 2", "measure", "2 of 2", "measure");
    }

    @Test
    void impossibleEffortIsRefused() {
        assertThatThrownBy(() -> new BenchmarkEffort(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new BenchmarkEffort(1, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new BenchmarkEffort(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new BenchmarkEffort(1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
    }
}
