package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static Timing<String> timing(String candidate, Double... costs) {
        return new Timing<>(candidate, Arrays.asList(costs));
    }

    @Test
    void theSimplestThatIsNotClearlySlowerIsChosen() {
        Timing<String> one = timing("one", 104.0, 104.0);
        Timing<String> two = timing("two", 102.0, 102.0);
        Timing<String> four = timing("four", 100.0, 100.0);

        assertThat(Preference.among(List.of(one, two, four), "otherwise")).isEqualTo("one");
    }

    @Test
    void whatIsClearlyFasterIsWorthIt() {
        Timing<String> one = timing("one", 200.0, 200.0);
        Timing<String> two = timing("two", 106.0, 106.0);
        Timing<String> four = timing("four", 100.0, 100.0);

        assertThat(Preference.among(List.of(one, two, four), "otherwise")).isEqualTo("four");
    }

    @Test
    void manySmallGainsAreMeasuredAgainstTheFastestAndNotAgainstEachOther() {
        Timing<String> one = timing("one", 108.0, 108.0);
        Timing<String> two = timing("two", 104.0, 104.0);
        Timing<String> four = timing("four", 100.0, 100.0);

        assertThat(Preference.among(List.of(one, two, four), "otherwise")).isEqualTo("two");
    }

    @Test
    void aDisturbedMeasurementDoesNotDecide() {
        Timing<String> one = timing("one", 100.0, 900.0, 101.0);
        Timing<String> two = timing("two", 99.0, 99.0, 99.0);

        assertThat(Preference.among(List.of(one, two), "otherwise")).isEqualTo("one");
    }

    @Test
    void halfAComparisonIsNone() {
        Timing<String> one = timing("one", 1.0);
        Timing<String> two = timing("two", 100.0, 100.0);

        assertThat(Preference.among(List.of(one, two), "otherwise")).isEqualTo("otherwise");
        assertThat(Preference.among(List.of(timing("one"), two), "otherwise")).isEqualTo("otherwise");
    }
}
