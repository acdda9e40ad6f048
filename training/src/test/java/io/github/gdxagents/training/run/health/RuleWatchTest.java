package io.github.gdxagents.training.run.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.health.HealthWarning.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RuleWatchTest {
    /** Is ill above 1, with a patience of three. */
    private static final class TooMuch implements HealthRule {
        private double value;

        @Override
        public String title() {
            return "too much";
        }

        @Override
        public List<Metric> watched() {
            return List.of(Metric.KL);
        }

        @Override
        public int patience() {
            return 3;
        }

        @Override
        public Finding look(Readings readings) {
            value = readings.get(Metric.KL);
            return readings.has(Metric.KL) ? Finding.of(value > 1) : Finding.UNKNOWN;
        }

        @Override
        public String words() {
            return "It is " + value + ".";
        }
    }

    private final List<String> changes = new ArrayList<>();

    private void play(double... values) {
        RuleWatch watch = new RuleWatch("", new TooMuch());
        for (int i = 0; i < values.length; i++) {
            int iteration = i + 1;
            watch.look(new Moment(iteration, 10L * iteration), new Readings(Map.of(Metric.KL, values[i])))
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
}
