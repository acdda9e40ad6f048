package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import java.util.Arrays;

/**
 * What each step of a minibatch counts. Weighted sums with these are the means of the paper, whatever the filling.
 *
 * <p>By {@code STEP} all steps count the same, so that long episodes weigh more; by {@code EPISODE} all episodes of the rollout count the
 * same, however they fall into minibatches: a step counts {@code N / (n * E * length)}, of N steps and E episodes in the rollout, n steps in
 * the minibatch, and the episode's length. In the mean over the minibatches the sum of such weights is 1.
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
     * @return {@code [2, M * L]}: for the objective, where the ratio of each step multiplies its share, and for everything else, whose sum
     *     is 1
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
        long decisions = Arrays.stream(episodes)
                .filter(episode -> episode != Samples.FILLING)
                .count();
        for (int i = 0; i < steps; i++) {
            if (episodes[i] != Samples.FILLING) {
                weights[i] = aggregation == Aggregation.STEP
                        ? 1f / decisions
                        : (float) (samples.episodeWeight(episodes[i]) / decisions);
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
}
