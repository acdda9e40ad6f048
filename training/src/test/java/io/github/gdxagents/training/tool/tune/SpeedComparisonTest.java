package io.github.gdxagents.training.tool.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpeedComparisonTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> turns = new ArrayList<>();

    /** Each measurement costs as much as there were before it. */
    private SpeedComparison<String> run(double seconds, double each, String... candidates) {
        return new SpeedComparison<>(List.of(candidates), new TuningBudget(clock, seconds, () -> false), candidate -> {
            turns.add(candidate);
            clock.pass(each);
            return turns.size();
        });
    }

    /** As many measurements as are given for each; they must be given so that candidates can take turns. */
    private static SpeedComparison<String> comparison(List<String> candidates, Map<String, List<Double>> costs) {
        int count = costs.values().stream().mapToInt(List::size).sum();
        ManualClock clock = new ManualClock();
        Map<String, Iterator<Double>> left = costs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cost -> cost.getValue().iterator()));
        return new SpeedComparison<>(candidates, new TuningBudget(clock, count - 0.5, () -> false), candidate -> {
            clock.pass(1);
            return left.get(candidate).next();
        });
    }

    @Test
    void candidatesTakeTurnsUntilTheTimeIsUsedUp() {
        SpeedComparison<String> comparison = run(4.5, 1, "a", "b");

        assertThat(turns).containsExactly("a", "b", "a", "b", "a");
        assertThat(comparison.costs("a")).containsExactly(1.0, 3.0, 5.0);
        assertThat(comparison.costs("b")).containsExactly(2.0, 4.0);
    }

    @Test
    void measuringOftenerWouldTellNoMore() {
        run(1000, 1e-3, "a", "b", "c");

        assertThat(turns).hasSize(27);
    }

    @Test
    void theFirstIsMeasuredEvenWithoutTime() {
        SpeedComparison<String> comparison = run(0, 1, "a", "b");

        assertThat(turns).containsExactly("a");
        assertThat(comparison.costs("a")).hasSize(1);
        assertThat(comparison.costs("b")).isEmpty();
        assertThat(comparison.hasFailed("b")).isFalse();
        assertThat(comparison.finding("as a", "a")).isEqualTo("as a: 1 decisions per second (median of 1)");
        assertThat(comparison.finding("as b", "b")).isEqualTo("as b: not measured");
    }

    @Test
    void whatFailsHasNoCostAndNoMoreTurns() {
        SpeedComparison<String> comparison =
                new SpeedComparison<>(List.of("a", "b"), new TuningBudget(clock, 10, () -> false), candidate -> {
                    clock.pass(3);
                    turns.add(candidate);
                    return candidate.equals("a") && turns.size() > 2 ? SpeedComparison.FAILED : 7;
                });

        assertThat(turns).containsExactly("a", "b", "a", "b");
        assertThat(comparison.costs("a")).isEmpty();
        assertThat(comparison.hasFailed("a")).isTrue();
        assertThat(comparison.costs("b")).containsExactly(7.0, 7.0);
        assertThat(comparison.hasFailed("b")).isFalse();
    }

    @Test
    void aPartIsThatOfWhatIsLeft() {
        TuningBudget budget = new TuningBudget(clock, 4, () -> false);
        clock.pass(2);
        TuningBudget part = budget.part(0.5);
        clock.pass(0.75);
        assertThat(part.isSpent()).isFalse();
        clock.pass(0.5);
        assertThat(part.isSpent()).isTrue();
        assertThat(budget.isSpent()).isFalse();
        clock.pass(1);
        assertThat(budget.isSpent()).isTrue();
        assertThat(budget.part(0.5).isSpent()).isTrue();
        assertThat(part.sliceSeconds()).isEqualTo(0.04).isEqualTo(budget.sliceSeconds());
    }

    @Test
    void theLowerOfTwoMiddlesIsTheCost() {
        assertThat(comparison(List.of("a"), Map.of("a", List.of(5.0, 1.0, 9.0, 3.0)))
                        .cost("a"))
                .isEqualTo(3);
        assertThat(comparison(List.of("a"), Map.of("a", List.of(5.0, 1.0, 9.0))).cost("a"))
                .isEqualTo(5);
    }

    private static String simplest(double one, double two, double four) {
        List<String> candidates = List.of("one", "two", "four");
        Map<String, List<Double>> costs =
                Map.of("one", List.of(one, one), "two", List.of(two, two), "four", List.of(four, four));
        return comparison(candidates, costs).simplest(candidates, "otherwise");
    }

    @Test
    void theSimplestThatIsNotClearlySlowerIsChosen() {
        assertThat(simplest(104, 102, 100)).isEqualTo("one");
    }

    @Test
    void whatIsClearlyFasterIsWorthIt() {
        assertThat(simplest(200, 106, 100)).isEqualTo("four");
    }

    @Test
    void manySmallGainsAreMeasuredAgainstTheFastestAndNotAgainstEachOther() {
        assertThat(simplest(108, 104, 100)).isEqualTo("two");
    }

    @Test
    void aDisturbedMeasurementDoesNotDecide() {
        List<String> candidates = List.of("one", "two");
        Map<String, List<Double>> costs = Map.of("one", List.of(100.0, 900.0, 101.0), "two", List.of(99.0, 99.0, 99.0));

        assertThat(comparison(candidates, costs).simplest(candidates, "otherwise"))
                .isEqualTo("one");
    }

    @Test
    void halfAComparisonIsNone() {
        List<String> twoFirst = List.of("two", "one");
        List<String> oneFirst = List.of("one", "two");

        assertThat(comparison(twoFirst, Map.of("two", List.of(100.0, 100.0), "one", List.of(1.0)))
                        .simplest(oneFirst, "otherwise"))
                .isEqualTo("otherwise");
        assertThat(comparison(twoFirst, Map.of("two", List.of(100.0))).simplest(oneFirst, "otherwise"))
                .isEqualTo("otherwise");
    }
}
