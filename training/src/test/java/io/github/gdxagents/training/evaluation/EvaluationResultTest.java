package io.github.gdxagents.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvaluationResultTest {
    /** Of behaviors with these returns each. */
    private static double score(double[]... returns) {
        return new EvaluationResult(
                        Arrays.stream(returns)
                                .map(each -> new BehaviorResult("b", new ReturnStatistics(each), 1, Map.of()))
                                .toList(),
                        List.of(),
                        0)
                .score();
    }

    @Test
    void theScoreIsTheMeanOverTheBehaviorsThatEndedEpisodes() {
        assertThat(score(new double[] {1, 3}, new double[] {8})).isEqualTo(5);
        assertThat(score(new double[] {1, 3}, new double[0])).isEqualTo(2);
        assertThat(score(new double[0], new double[0])).isNaN();
    }
}
