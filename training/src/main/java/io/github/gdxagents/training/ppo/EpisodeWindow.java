package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import io.github.gdxagents.training.rollout.GameFigure;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The last 100 finished episodes of a behavior. */
final class EpisodeWindow {
    private static final int SIZE = 100;

    private final Deque<FinishedEpisode> window = new ArrayDeque<>();
    private final BehaviorSpec behavior;
    private long total;

    EpisodeWindow(BehaviorSpec behavior) {
        this.behavior = behavior;
    }

    void add(List<FinishedEpisode> episodes) {
        for (FinishedEpisode episode : episodes) {
            if (window.size() == SIZE) {
                window.removeFirst();
            }
            window.addLast(episode);
            total++;
        }
    }

    /**
     * Total, how many reward terms and statistics there are, then return, length, terms and statistics of each episode in the window, the
     * oldest first.
     */
    double[] save() {
        DoubleStream.Builder state = DoubleStream.builder()
                .add(total)
                .add(behavior.rewardTerms().size())
                .add(behavior.statistics().size());
        for (FinishedEpisode episode : window) {
            state.add(episode.undiscountedReturn()).add(episode.length());
            episode.rewardTerms().forEach(state::add);
            episode.statistics().forEach(state::add);
        }
        return state.build().toArray();
    }

    /** Goes on from what was saved. If the game reported other things then, as one that was changed meanwhile, these are left out. */
    void restore(double[] state) {
        window.clear();
        total = (long) state[0];
        int terms = (int) state[1];
        int statistics = (int) state[2];
        int end = 2 + terms + statistics;
        for (int i = 3; i + end <= state.length; i += end) {
            window.addLast(new FinishedEpisode(
                    state[i],
                    (int) state[i + 1],
                    values(state, i + 2, terms, behavior.rewardTerms()),
                    values(state, i + 2 + terms, statistics, behavior.statistics())));
        }
    }

    private static List<Double> values(double[] state, int from, int count, List<String> names) {
        return count == names.size()
                ? Arrays.stream(state, from, from + count).boxed().toList()
                : List.of();
    }

    void report(Map<Metric, Double> metrics) {
        metrics.put(Metric.EPISODES, (double) total);
        if (window.isEmpty()) {
            return;
        }
        double[] returns = sorted(FinishedEpisode::undiscountedReturn);
        metrics.put(Metric.EPISODE_RETURN_MEAN, Arrays.stream(returns).average().orElseThrow());
        metrics.put(Metric.EPISODE_RETURN_MEDIAN, median(returns));
        metrics.put(Metric.EPISODE_RETURN_MIN, returns[0]);
        metrics.put(Metric.EPISODE_RETURN_MAX, returns[returns.length - 1]);
        double[] lengths = sorted(FinishedEpisode::length);
        metrics.put(Metric.EPISODE_LENGTH_MEAN, Arrays.stream(lengths).average().orElseThrow());
        metrics.put(Metric.EPISODE_LENGTH_MEDIAN, median(lengths));
        metrics.put(Metric.EPISODE_LENGTH_MIN, lengths[0]);
        metrics.put(Metric.EPISODE_LENGTH_MAX, lengths[lengths.length - 1]);
    }

    /** Means of the game's own figures over the window. */
    Map<GameFigure, Double> figures() {
        return GameFigure.means(behavior, window);
    }

    private double[] sorted(ToDoubleFunction<FinishedEpisode> figure) {
        return window.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
