package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import java.util.Arrays;

/**
 * What each step of a minibatch counts. Weighted sums with these are the means of the paper, whatever the filling.
 *
 * <p>By {@code STEP} all steps count the same, so that long episodes weigh more; by {@code EPISODE} all episodes count the same, whatever
 * part of them the minibatch has: the mean within each episode first, then over the episodes.
 *
 * <p>Where a policy learns from what an older one did, an action has to count as often as the policy would take it: each share in the
 * objective is multiplied by {@link Samples#ratio}, and the sum is 1 in the mean only.
 *
 * <p>Source: Yu et al. 2025, arXiv:2503.14476, section 3.3 ("sample-level" and "token-level" loss).
 */
final class StepWeights {
    private StepWeights() {}

    /**
     * Weighs the steps of some sequences.
     *
     * @param samples hold them
     * @param sequences which ones, M
     * @param aggregation of the objective
     * @return {@code [2, M * L]}, each row of sum 1: for the objective, where the ratio of each step multiplies its share, and for
     *     everything else
     */
    static float[] of(Samples samples, int[] sequences, Aggregation aggregation) {
        float[] weights = shares(samples, sequences, aggregation);
        if (samples.hasRatios()) {
            int length = samples.layout().sequences().length();
            for (int i = 0; i < weights.length / 2; i++) {
                weights[i] *= samples.ratio(sequences[i / length] * length + i % length);
            }
        }
        return weights;
    }

    private static float[] shares(Samples samples, int[] sequences, Aggregation aggregation) {
        int length = samples.layout().sequences().length();
        int steps = sequences.length * length;
        float[] weights = new float[2 * steps];
        if (aggregation == Aggregation.STEP && length == 1) { // the usual case, and then nothing fills up
            Arrays.fill(weights, 1f / steps);
            return weights;
        }
        int[] episodes = episodes(samples, sequences, length);
        int[] counts = counts(episodes);
        int decisions = 0;
        int present = 0;
        for (int count : counts) {
            decisions += count;
            present += count > 0 ? 1 : 0;
        }
        for (int i = 0; i < steps; i++) {
            if (episodes[i] != Samples.FILLING) {
                weights[i] = aggregation == Aggregation.STEP
                        ? 1f / decisions
                        : (float) (1.0 / present / counts[episodes[i]]);
                weights[steps + i] = 1f / decisions;
            }
        }
        return weights;
    }

    private static int[] episodes(Samples samples, int[] sequences, int length) {
        int[] episodes = new int[sequences.length * length];
        for (int i = 0; i < sequences.length; i++) {
            System.arraycopy(samples.episodes(), sequences[i] * length, episodes, i * length, length);
        }
        return episodes;
    }

    private static int[] counts(int[] episodes) {
        int largest = 0;
        for (int episode : episodes) {
            largest = Math.max(largest, episode);
        }
        int[] counts = new int[largest + 1];
        for (int episode : episodes) {
            if (episode != Samples.FILLING) {
                counts[episode]++;
            }
        }
        return counts;
    }
}
