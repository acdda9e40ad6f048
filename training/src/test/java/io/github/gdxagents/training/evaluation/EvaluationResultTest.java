package io.github.gdxagents.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
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

    private static Seat ended(EpisodeLoop loop, int index, double points) {
        Seat seat = loop.seat(index);
        seat.restore(points, 1, new double[] {points}, seat.memory());
        return seat;
    }

    /**
     * Two agents in one episode, with returns 1 and 2, one in another, with 3: the mean return is (1.5 + 3) / 2, and so is that of its only
     * term, not (1 + 2 + 3) / 3.
     */
    @Test
    void termsAreAveragedAsReturnsAreSoThatTheyAddUp() {
        EpisodeLoop loop = new EpisodeLoop(new TermSimulation());
        EvaluationEpisode both = new EvaluationEpisode();
        both.add(ended(loop, 0, 1));
        both.add(ended(loop, 1, 2));
        EvaluationEpisode one = new EvaluationEpisode();
        one.add(ended(loop, 0, 3));
        BehaviorResult result = EvaluationEpisode.result("earner", List.of(both, one));
        assertThat(result.returns().mean()).isEqualTo(2.25);
        assertThat(result.figures().values()).containsExactly(2.25);
    }

    @Test
    void theScoreIsTheMeanOverTheBehaviorsThatEndedEpisodes() {
        assertThat(score(new double[] {1, 3}, new double[] {8})).isEqualTo(5);
        assertThat(score(new double[] {1, 3}, new double[0])).isEqualTo(2);
        assertThat(score(new double[0], new double[0])).isNaN();
    }
}
