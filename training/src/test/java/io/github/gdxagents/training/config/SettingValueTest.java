package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SettingValueTest {
    private static final int DRAWS = 20_000;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static SettingValue.Normal normal(double mean, double deviation, double min, double max) {
        return new SettingValue.Normal(mean, deviation, min, max);
    }

    /** The first value of as many streams, sorted. */
    private static double[] draws(SettingValue value) {
        return LongStream.range(0, DRAWS)
                .mapToDouble(seed -> value.draw(RandomStream.of(seed)))
                .sorted()
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void drawsAreWhatTheStreamSays() {
        RandomStream stream = RandomStream.of(7);
        double share = RandomStream.of(7).nextDouble();
        float gauss = RandomStream.of(7).nextGaussian();
        int index = RandomStream.of(7).nextInt(3);

        assertThat(new SettingValue.Uniform(-12, -8).draw(RandomStream.of(7))).isEqualTo(-12 + 4 * share);
        assertThat(normal(1, 0.1, -INFINITY, INFINITY).draw(RandomStream.of(7))).isEqualTo(1 + 0.1 * gauss);
        assertThat(new SettingValue.Choice(List.of(4.0, 5.0, 9.0)).draw(RandomStream.of(7)))
                .isEqualTo(new double[] {4, 5, 9}[index]);
        assertThat(SettingValue.constant(3).draw(stream)).isEqualTo(3);
        assertThat(stream.nextLong())
                .as("a constant draws nothing")
                .isEqualTo(RandomStream.of(7).nextLong());
    }

    @Test
    void uniformDrawsAreEvenlySpread() {
        double[] draws = draws(new SettingValue.Uniform(-12, -8));

        assertThat(draws[0]).isBetween(-12.0, -11.99);
        assertThat(draws[DRAWS - 1]).isBetween(-8.01, -8.0);
        for (int quarter = 1;
                quarter < 4;
                quarter++) { // four deviations of a quantile: 4 * 4 * sqrt(0.25 / 20000) = 0.057
            assertThat(draws[quarter * DRAWS / 4]).isCloseTo(-12 + quarter, within(0.057));
        }
    }

    @Test
    void normalDrawsHaveTheirMeanAndDeviation() {
        double[] draws = draws(normal(3, 2, -INFINITY, INFINITY));

        assertThat(mean(draws)).isCloseTo(3, within(4 * 2 / Math.sqrt(DRAWS)));
        assertThat(deviation(draws)).isCloseTo(2, within(4 * 2 / Math.sqrt(2.0 * DRAWS)));
    }

    /** A half normal: mean √(2/π), variance 1 − 2/π. */
    @Test
    void whatIsBeyondAnEndIsDrawnAgain() {
        double[] above = draws(normal(0, 1, 0, INFINITY));
        assertThat(above[0]).isNotNegative();
        assertThat(mean(above)).isCloseTo(Math.sqrt(2 / Math.PI), within(4 * 0.603 / Math.sqrt(DRAWS)));

        double[] below = draws(normal(0, 1, -INFINITY, 0));
        assertThat(below[DRAWS - 1]).isNotPositive();
        assertThat(mean(below)).isCloseTo(-Math.sqrt(2 / Math.PI), within(4 * 0.603 / Math.sqrt(DRAWS)));
    }

    /** Between −1 and 1 deviations: variance 1 − 2 φ(1) / (2 Φ(1) − 1) = 0.2911. Narrow ends take another way to the same law. */
    @Test
    void betweenNarrowEndsTheLawIsTheSame() {
        for (double end : new double[] {0.999_999, 1, 1.000_001}) {
            double[] draws = draws(normal(0, 1, -end, end));
            assertThat(draws[0]).isBetween(-end, -0.99);
            assertThat(draws[DRAWS - 1]).isBetween(0.99, end);
            assertThat(mean(draws)).isCloseTo(0, within(4 * 0.54 / Math.sqrt(DRAWS)));
            assertThat(deviation(draws)).isCloseTo(Math.sqrt(0.2911), within(0.01));
        }
        assertThat(draws(normal(5, 1e9, 5, 5))).containsOnly(5);
        double[] even = draws(normal(0.5, 1e6, 0, 1)); // so narrow that it is uniform
        assertThat(deviation(even)).isCloseTo(Math.sqrt(1 / 12.0), within(0.01));
    }

    @Test
    void everyPlaceOfAChoiceIsAsLikely() {
        double[] draws = draws(new SettingValue.Choice(List.of(1.0, 2.0, 2.0, 7.0)));

        assertThat(Arrays.stream(draws).distinct().toArray()).containsExactly(1, 2, 7);
        long twos = Arrays.stream(draws).filter(value -> value == 2).count();
        assertThat(twos / (double) DRAWS).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(DRAWS)));
    }

    @Test
    void samplesAreTheEndsAndWhatLiesBetween() {
        assertThat(new SettingValue.Uniform(1, 3).samples().toArray())
                .startsWith(1, 3)
                .satisfies(values -> assertThat(values[2]).isStrictlyBetween(1.0, 3.0));
        assertThat(normal(1, 0.1, 0.9, INFINITY).samples().toArray()).containsExactly(0.9, 1, 1.4);
        assertThat(new SettingValue.Choice(List.of(2.0, 2.0, 1.0)).samples().toArray())
                .containsExactly(2, 1);
        assertThat(DoubleStream.of(
                                new SettingValue.Uniform(1, 3).middle(),
                                normal(4, 1, 0, 9).middle(),
                                new SettingValue.Choice(List.of(1.0, 5.0, 2.0)).middle())
                        .toArray())
                .containsExactly(2, 4, 5);
    }
}
