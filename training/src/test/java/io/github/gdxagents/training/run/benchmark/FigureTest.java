package io.github.gdxagents.training.run.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FigureTest {
    @Test
    void theMiddleOfAnOddNumberIsTheMedian() {
        double[] values = {7, -1, 3};

        assertThat(Figure.of(values)).isEqualTo(new Figure(3, -1, 7));
        assertThat(values).as("left in their order").containsExactly(7, -1, 3);
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figure.of(new double[] {100, 4, 1, 2})).isEqualTo(new Figure(3, 1, 100));
    }

    @Test
    void aSingleValueIsEverything() {
        assertThat(Figure.of(new double[] {5})).isEqualTo(new Figure(5, 5, 5));
    }
}
