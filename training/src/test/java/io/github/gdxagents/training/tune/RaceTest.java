package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> turns = new ArrayList<>();

    private List<Timing<String>> run(double seconds, double each, String... candidates) {
        return new Race(new Budget(clock, seconds, () -> false)).run(List.of(candidates), candidate -> {
            turns.add(candidate);
            clock.pass(each);
            return turns.size();
        });
    }

    @Test
    void candidatesTakeTurnsUntilTheTimeIsUsedUp() {
        List<Timing<String>> timings = run(4.5, 1, "a", "b");

        assertThat(turns).containsExactly("a", "b", "a", "b", "a");
        assertThat(timings.get(0).costs()).containsExactly(1.0, 3.0, 5.0);
        assertThat(timings.get(1).costs()).containsExactly(2.0, 4.0);
    }

    @Test
    void measuringOftenerWouldTellNoMore() {
        run(1000, 1e-3, "a", "b", "c");

        assertThat(turns).hasSize(27);
    }

    @Test
    void theFirstIsMeasuredEvenWithoutTime() {
        List<Timing<String>> timings = run(0, 1, "a", "b");

        assertThat(turns).containsExactly("a");
        assertThat(timings.get(0).isMeasured()).isTrue();
        assertThat(timings.get(1).isMeasured()).isFalse();
    }

    @Test
    void whatFailsHasNoCostAndNoMoreTurns() {
        List<Timing<String>> timings = new Race(new Budget(clock, 10, () -> false))
                .run(List.of("a", "b"), candidate -> {
                    clock.pass(3);
                    turns.add(candidate);
                    return candidate.equals("a") && turns.size() > 2 ? Race.FAILED : 7;
                });

        assertThat(turns).containsExactly("a", "b", "a", "b");
        assertThat(timings.get(0).costs()).isEmpty();
        assertThat(timings.get(1).costs()).containsExactly(7.0, 7.0);
    }

    @Test
    void aPartIsThatOfWhatIsLeft() {
        Budget budget = new Budget(clock, 4, () -> false);
        clock.pass(2);
        Budget part = budget.part(0.5);
        clock.pass(0.75);
        assertThat(part.isSpent()).isFalse();
        clock.pass(0.5);
        assertThat(part.isSpent()).isTrue();
        assertThat(budget.isSpent()).isFalse();
        clock.pass(1);
        assertThat(budget.isSpent()).isTrue();
        assertThat(budget.part(0.5).isSpent()).isTrue();
    }

    @Test
    void theLowerOfTwoMiddlesIsTheCost() {
        assertThat(new Timing<>("a", List.of(5.0, 1.0, 9.0, 3.0)).cost()).isEqualTo(3);
        assertThat(new Timing<>("a", List.of(5.0, 1.0, 9.0)).cost()).isEqualTo(5);
    }
}
