package io.github.gdxagents.games.lander;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.RandomDecider;
import io.github.gdxagents.episode.Seat;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Held against the original by what it returns over many episodes, with ground and noise from our own random streams. */
@Tag("slow")
class LanderStatisticsTest {
    private static double[] returns(SimulationFactory factory, int episodes, LongFunction<Decider> pilot) {
        return IntStream.range(0, episodes)
                .parallel()
                .mapToDouble(seed -> play(factory, seed, pilot.apply(seed)))
                .toArray();
    }

    private static double play(SimulationFactory factory, long seed, Decider pilot) {
        Simulation simulation = factory.create(factory.settings());
        EpisodeLoop loop = new EpisodeLoop(simulation);
        double[] result = {Double.NaN};
        loop.playAll(pilot);
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

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow(AssertionError::new);
    }

    /** Standard error of the mean. */
    private static double error(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** The original's mean over 1,000 episodes is -180.57, with a standard error like ours: 2.6 of their difference is 99 %. */
    @Test
    void randomActionsReturnWhatTheyDoInTheOriginal() {
        double[] returns =
                returns(new LanderFactory(false), 1000, seed -> new RandomDecider(RandomStream.of(seed, 1), false));
        assertThat(Math.abs(mean(returns) + 180.57)).isLessThan(1.96 * error(returns));
    }

    /** The original's hand-written pilot returns 243.4 in the mean of 1,000 episodes, standard deviation 91. */
    @Test
    void theHeuristicLandsAsInTheOriginal() {
        double[] returns = returns(new LanderFactory(false), 400, seed -> Decider.heuristic());
        assertThat(Math.abs(mean(returns) - 243.4)).isLessThan(2.6 * Math.hypot(error(returns), 91 / Math.sqrt(1000)));
    }

    @Test
    void theHeuristicLandsWithThrottledEnginesToo() {
        double[] returns = returns(new LanderFactory(true), 100, seed -> Decider.heuristic());
        assertThat(mean(returns)).isGreaterThan(200);
    }
}
