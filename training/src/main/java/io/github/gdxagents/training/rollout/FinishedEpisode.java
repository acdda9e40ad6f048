package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Seat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An episode of one slot that has ended.
 *
 * @param undiscountedReturn sum of its rewards as the game gave them
 * @param length decisions
 * @param rewardTerms sums of the reward's named parts, in the order of the behavior's {@code rewardTerms}; empty if they are not known
 * @param statistics the game's own figures at its end, in the order of the behavior's {@code statistics}; empty if they are not known
 * @param lesson of the curriculum that it began in, by index
 */
public record FinishedEpisode(
        double undiscountedReturn, int length, List<Double> rewardTerms, List<Double> statistics, int lesson) {
    /** Of a run without lessons. */
    public FinishedEpisode(double undiscountedReturn, int length, List<Double> rewardTerms, List<Double> statistics) {
        this(undiscountedReturn, length, rewardTerms, statistics, 0);
    }

    /** Of a behavior that reports its reward as a whole. */
    public FinishedEpisode(double undiscountedReturn, int length) {
        this(undiscountedReturn, length, List.of(), List.of());
    }

    /** The figures of a seat's ending episode, sharing nothing with the seat. */
    public static FinishedEpisode of(Seat seat, int lesson) {
        return new FinishedEpisode(
                seat.episodeReturn(),
                seat.episodeLength(),
                Arrays.stream(seat.episodeTerms()).boxed().toList(),
                IntStream.range(0, seat.statistics().size())
                        .mapToObj(i -> (double) seat.statistics().get(i))
                        .toList(),
                lesson);
    }
}
