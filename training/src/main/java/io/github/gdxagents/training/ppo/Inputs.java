package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What every run of a {@link LearningSession} is fed: a minibatch, a part of one, or all samples.
 *
 * <p>Thread safety: immutable but for its arrays, which nobody changes.
 *
 * @param sequences indices of the uploaded samples, {@code [M]}
 * @param weights {@code [2, M * L]}, see {@link StepWeights}
 * @param scheduled see {@link UpdateSettings#vector}
 */
record Inputs(int[] sequences, float[] weights, float[] scheduled) {
    /**
     * Cuts them into parts of nearly the same size, in order.
     *
     * @param wanted number of parts, at least 1; there are fewer if there are fewer sequences
     */
    List<Inputs> shards(int wanted) {
        int count = Math.min(wanted, sequences.length);
        if (count == 1) {
            return List.of(this);
        }
        List<Inputs> shards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shards.add(range(i * sequences.length / count, (i + 1) * sequences.length / count));
        }
        return shards;
    }

    private Inputs range(int from, int to) {
        int length = weights.length / 2 / sequences.length;
        int steps = (to - from) * length;
        float[] parts = new float[2 * steps];
        System.arraycopy(weights, from * length, parts, 0, steps);
        System.arraycopy(weights, weights.length / 2 + from * length, parts, steps, steps);
        return new Inputs(Arrays.copyOfRange(sequences, from, to), parts, scheduled);
    }
}
