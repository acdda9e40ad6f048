package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that a game itself reports of an agent's episodes: a part of the return, or a statistic.
 *
 * @param index its position among the reward terms, or among the statistics
 */
public record GameFigure(String name, boolean isRewardTerm, int index) {
    private static final String REWARD = "reward_";
    private static final String STATISTIC = "game_";

    /** All figures of a behavior, reward terms first, in declared order. */
    public static List<GameFigure> of(BehaviorSpec behavior) {
        List<GameFigure> figures = new ArrayList<>();
        for (int i = 0; i < behavior.rewardTerms().size(); i++) {
            figures.add(new GameFigure(behavior.rewardTerms().get(i), true, i));
        }
        for (int i = 0; i < behavior.statistics().size(); i++) {
            figures.add(new GameFigure(behavior.statistics().get(i), false, i));
        }
        return figures;
    }

    /** Means over episodes of that behavior, in the order of {@link #of(BehaviorSpec)}, of what any of them has. */
    public static Map<GameFigure, Double> means(BehaviorSpec behavior, Collection<FinishedEpisode> episodes) {
        Map<GameFigure, Double> means = new LinkedHashMap<>();
        for (GameFigure figure : of(behavior)) {
            episodes.stream()
                    .map(figure::values)
                    .filter(values -> !values.isEmpty())
                    .mapToDouble(values -> values.get(figure.index))
                    .average()
                    .ifPresent(mean -> means.put(figure, mean));
        }
        return means;
    }

    private List<Double> values(FinishedEpisode episode) {
        return isRewardTerm ? episode.rewardTerms() : episode.statistics();
    }

    /** The name in {@code metrics.csv}, apart from those of all other columns. */
    public String column() {
        return (isRewardTerm ? REWARD : STATISTIC) + name;
    }

    /** The name in TensorBoard. */
    public String tag() {
        return (isRewardTerm ? "reward/" : "game/") + name;
    }

    /** Whether a column of {@code metrics.csv}, without its behavior, is one that {@link #column} gave. */
    public static boolean isColumn(String column) {
        return column.startsWith(REWARD) || column.startsWith(STATISTIC);
    }

    /** What such a column is about, for people: {@code Return: lamp} or {@code Game: caught}, for example. */
    public static String title(String column) {
        return column.startsWith(REWARD)
                ? "Return: " + column.substring(REWARD.length())
                : "Game: " + column.substring(STATISTIC.length());
    }
}
