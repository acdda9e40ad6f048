package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.metrics.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void subjectsAreMeasuredInTurnsAndWhatWarmedUpIsForgotten() {
        List<String> events = new ArrayList<>();
        Function<String, Integer> turn = subject -> {
            events.add(subject);
            return events.size();
        };

        List<String> summaries = new Rounds(2, 0)
                .measure(
                        List.of("one", "other"),
                        turn,
                        (subject, measured) -> subject + measured,
                        round -> events.add("" + round));

        assertThat(events).containsExactly("0", "one", "other", "1", "one", "other", "2", "one", "other");
        assertThat(summaries).containsExactly("one[5, 8]", "other[6, 9]");
    }

    @Test
    void impossibleRoundsAreRefused() {
        assertThatThrownBy(() -> new Rounds(0, 1)).hasMessage("rounds must be at least 1, but is 0");
        assertThatThrownBy(() -> new Rounds(1, -1)).hasMessage("warm-up must be at least 0 seconds, but is -1.0");
        assertThatThrownBy(() -> new Rounds(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Rounds(1, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(statistics(7, -1, 3)).isEqualTo(new Spread(3, -1, 7));
        assertThat(statistics(100, 4, 1, 2)).isEqualTo(new Spread(3, 1, 100));
        assertThat(statistics(5)).isEqualTo(new Spread(5, 5, 5));
    }

    private static Spread statistics(double... rounds) {
        return Spread.of(DoubleStream.of(rounds));
    }
}
