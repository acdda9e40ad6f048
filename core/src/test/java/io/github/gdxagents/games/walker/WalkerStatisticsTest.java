package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Held against the original by what random play returns over many episodes, with landscapes from our own random streams. */
class WalkerStatisticsTest {
    private static double[] returns(boolean hardcore, int episodes) {
        return IntStream.range(0, episodes)
                .parallel()
                .mapToDouble(seed -> play(hardcore, seed))
                .toArray();
    }

    private static double play(boolean hardcore, long seed) {
        WalkerSimulation simulation = new WalkerSimulation(WalkerSettings.of(WalkerSettings.defaults()), hardcore);
        EpisodeLoop loop = new EpisodeLoop(simulation);
        double[] result = {Double.NaN};
        loop.playAll(uniform(RandomStream.of(seed, 1)));
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                result[0] = seat.episodeReturn();
            }
        });
        loop.reset(seed);
        while (!loop.isOver()) {
            loop.step();
        }
        simulation.dispose();
        return result[0];
    }

    /** Not the random player that ships, which prefers the extremes. */
    private static Decider uniform(RandomStream random) {
        return seat -> {
            for (int i = 0; i < 4; i++) {
                seat.actions().setContinuous(i, (float) random.uniform(-1, 1));
            }
        };
    }

    /** How many standard errors of their difference two means are apart. */
    private static double apart(double[] values, double otherMean, double otherError) {
        double mean = Arrays.stream(values).average().orElseThrow(AssertionError::new);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        return Math.abs(mean - otherMean) / Math.hypot(error, otherError);
    }

    /** 2.6 standard errors are 99 %; the system property {@code walker.episodes} asks for more episodes. */
    @Test
    void randomActionsReturnWhatTheyDoInTheOriginal() {
        assertThat(apart(returns(false, Integer.getInteger("walker.episodes", 300)), -99.0, 0.44))
                .isLessThan(2.6);
    }

    @Test
    @Tag("slow")
    void randomActionsReturnWhatTheyDoInTheOriginalOnTheHardCourse() {
        int episodes = Integer.getInteger("walker.episodes", 100);
        assertThat(apart(returns(true, episodes), -107.7, 0.54)).isLessThan(2.6);
    }
}
