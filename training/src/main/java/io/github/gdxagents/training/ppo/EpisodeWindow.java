package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.FinishedEpisode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The last 100 finished episodes of a behavior.
 */
final class EpisodeWindow {
    private static final int SIZE = 100;

    private final Deque<FinishedEpisode> window = new ArrayDeque<>();
    private long total;

    void add(List<FinishedEpisode> episodes) {
        for (FinishedEpisode episode : episodes) {
            if (window.size() == SIZE) {
                window.removeFirst();
            }
            window.addLast(episode);
            total++;
        }
    }

    /** Total, then return and length of each episode in the window, the oldest first. */
    double[] save() {
        double[] state = new double[1 + 2 * window.size()];
        state[0] = total;
        int offset = 1;
        for (FinishedEpisode episode : window) {
            state[offset++] = episode.undiscountedReturn();
            state[offset++] = episode.length();
        }
        return state;
    }

    void restore(double[] state) {
        window.clear();
        total = (long) state[0];
        for (int i = 1; i + 1 < state.length; i += 2) {
            window.addLast(new FinishedEpisode(state[i], (int) state[i + 1]));
        }
    }

    void report(Map<Metric, Double> metrics) {
        metrics.put(Metric.EPISODES, (double) total);
        if (window.isEmpty()) {
            return;
        }
        double[] returns = window.stream()
                .mapToDouble(FinishedEpisode::undiscountedReturn)
                .sorted()
                .toArray();
        double[] lengths =
                window.stream().mapToDouble(FinishedEpisode::length).sorted().toArray();
        metrics.put(Metric.EPISODE_RETURN_MEAN, Arrays.stream(returns).average().orElseThrow());
        metrics.put(Metric.EPISODE_RETURN_MEDIAN, median(returns));
        metrics.put(Metric.EPISODE_RETURN_MIN, returns[0]);
        metrics.put(Metric.EPISODE_RETURN_MAX, returns[returns.length - 1]);
        metrics.put(Metric.EPISODE_LENGTH_MEAN, Arrays.stream(lengths).average().orElseThrow());
        metrics.put(Metric.EPISODE_LENGTH_MEDIAN, median(lengths));
        metrics.put(Metric.EPISODE_LENGTH_MIN, lengths[0]);
        metrics.put(Metric.EPISODE_LENGTH_MAX, lengths[lengths.length - 1]);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }
}
