package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What a run of the {@link LearningGraph} is fed beside the parameters: a minibatch, a shard of one, or all samples.
 *
 * @param sequences indices of the uploaded samples, {@code [M]}
 * @param weights {@code [2, M * L]}, see {@link StepWeights}
 * @param coefficients see {@link Coefficients#vector}
 */
record MinibatchInput(int[] sequences, float[] weights, float[] coefficients) {
    /** Cuts it, in order, into parts of nearly the same size, as many as wanted, or as there are sequences. */
    List<MinibatchInput> shards(int wanted) {
        int count = Math.min(wanted, sequences.length);
        if (count == 1) {
            return List.of(this);
        }
        List<MinibatchInput> shards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shards.add(range(boundary(i, count), boundary(i + 1, count)));
        }
        return shards;
    }

    private int boundary(int shard, int count) {
        return (int) ((long) shard * sequences.length / count);
    }

    private MinibatchInput range(int from, int to) {
        int length = weights.length / 2 / sequences.length;
        int steps = (to - from) * length;
        float[] parts = new float[2 * steps];
        System.arraycopy(weights, from * length, parts, 0, steps);
        System.arraycopy(weights, weights.length / 2 + from * length, parts, steps, steps);
        return new MinibatchInput(Arrays.copyOfRange(sequences, from, to), parts, coefficients);
    }

    /** The same as tensors of a single run; to be closed after it. */
    Tensors tensors() {
        return new Tensors(
                TInt32.tensorOf(Shape.of(sequences.length), DataBuffers.of(sequences, true, false)),
                TFloat32.tensorOf(Shape.of(2, weights.length / 2), DataBuffers.of(weights, true, false)),
                TFloat32.vectorOf(coefficients));
    }

    record Tensors(TInt32 sequences, TFloat32 weights, TFloat32 coefficients) implements AutoCloseable {
        void feed(Session.Runner runner, LearningGraph graph) {
            runner.feed(graph.indices, sequences).feed(graph.weights, weights).feed(graph.coefficients, coefficients);
        }

        @Override
        public void close() {
            try (sequences;
                    weights;
                    coefficients) {
                // all of them, whichever fails
            }
        }
    }
}
