package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Seat;

/**
 * An episode of one slot that has ended.
 *
 * @param undiscountedReturn sum of its rewards as the game gave them
 * @param length decisions
 * @param rewardTerms {@code [terms]}: sums of the reward's named parts
 * @param statistics {@code [statistics]}: the game's own figures at its end
 */
public record FinishedEpisode(double undiscountedReturn, int length, double[] rewardTerms, double[] statistics) {
    /**
     * Reads what has become of a seat's episode.
     *
     * @param seat whose episode is ending
     * @return its figures, sharing nothing with the seat
     */
    public static FinishedEpisode of(Seat seat) {
        double[] statistics = new double[seat.statistics().size()];
        for (int i = 0; i < statistics.length; i++) {
            statistics[i] = seat.statistics().get(i);
        }
        return new FinishedEpisode(
                seat.episodeReturn(), seat.episodeLength(), seat.episodeTerms().clone(), statistics);
    }
}
