package io.github.gdxagents.training.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.health.HealthWarning.Moment;
import io.github.gdxagents.training.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class HealthRuleTest {
    private final List<String> changes = new ArrayList<>();

    private void play(double... values) {
        HealthRule rule = new HealthRule("too much", 3, Metric.KL)
                .ill(it -> it.now(Metric.KL) > 1)
                .says(it -> "It is " + it.now(Metric.KL) + ".");
        for (int i = 0; i < values.length; i++) {
            int iteration = i + 1;
            rule.look(new Moment(iteration, 10L * iteration), "", Map.of(Metric.KL, values[i]))
                    .ifPresent(change -> changes.add(iteration + ": " + change.words() + " " + change.span()));
        }
    }

    @Test
    void aWarningIsToldOnceWhenPatienceIsOver() {
        play(0, 2, 3, 4, 5, 6, 7);

        assertThat(changes).containsExactly("4: It is 4.0. since iteration 2 (20 steps)");
    }

    @Test
    void oneGoodIterationBeginsAnew() {
        play(2, 2, 0, 2, 2, 0, 2, 2);

        assertThat(changes).isEmpty();
    }

    @Test
    void recoveryTakesPatienceTooAndNamesTheLastIllIteration() {
        play(2, 2, 2, 0, 0, 2, 0, 0, 0, 0);

        assertThat(changes)
                .containsExactly(
                        "3: It is 2.0. since iteration 1 (10 steps)",
                        "9: It is 2.0. from iteration 1 (10 steps) to 6 (60)");
    }

    @Test
    void afterRecoveryItIsToldAgain() {
        play(2, 2, 2, 0, 0, 0, 9, 9, 9, 9);

        assertThat(changes).hasSize(3).last().isEqualTo("9: It is 9.0. since iteration 7 (70 steps)");
    }

    @Test
    void anIterationWithoutTheFigureChangesNothing() {
        play(2, Double.NaN, 2, Double.NaN, 2, Double.NaN, 0, Double.NaN, 0, 0);

        assertThat(changes)
                .containsExactly(
                        "5: It is 2.0. since iteration 1 (10 steps)",
                        "10: It is 2.0. from iteration 1 (10 steps) to 5 (50)");
    }

    private static HealthRule.History history(double... values) {
        AtomicReference<HealthRule.History> seen = new AtomicReference<>();
        HealthRule rule = new HealthRule("any", values.length, Metric.KL).ill(it -> {
            seen.set(it);
            return false;
        });
        for (int i = 0; i < values.length; i++) {
            rule.look(new Moment(i + 1, i + 1), "", Map.of(Metric.KL, values[i]));
        }
        return seen.get();
    }

    @Test
    void aHistoryKnowsTheStartTheEndAndTheExtremes() {
        HealthRule.History history = history(3, Double.NaN, 4, 8, 1, 2, 2, 2, 2, 2, 2, 2, 2, 12);

        assertThat(history.start(Metric.KL, 3)).isEqualTo(5);
        assertThat(history.highestAtStart(Metric.KL, 3)).isEqualTo(8);
        assertThat(history.highest(Metric.KL)).isEqualTo(12);
        assertThat(history.lowest(Metric.KL)).isEqualTo(1);
        assertThat(history.recent(Metric.KL)).as("1, eight times 2, 12").isEqualTo(2.9);
    }

    @Test
    void whatAHistoryDoesNotKnowIsNoNumber() {
        HealthRule.History history = history(3, 4);

        assertThat(history.start(Metric.KL, 3)).isNaN();
        assertThat(history.highestAtStart(Metric.KL, 3)).isNaN();
        assertThat(history.recent(Metric.KL)).isEqualTo(3.5);
        assertThat(history.highest(Metric.ENTROPY)).isNaN();
        assertThat(history.recent(Metric.ENTROPY)).isNaN();
    }
}
