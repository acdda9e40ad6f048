package io.github.gdxagents.training.ppo;

import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * {@link Inputs} as the tensors of a single run; to be closed after it.
 *
 * <p>Thread safety: none.
 */
final class Feed implements AutoCloseable {
    private final TInt32 sequences;
    private final TFloat32 weights;
    private final TFloat32 scheduled;

    Feed(Inputs inputs) {
        sequences =
                TInt32.tensorOf(Shape.of(inputs.sequences().length), DataBuffers.of(inputs.sequences(), true, false));
        weights = TFloat32.tensorOf(
                Shape.of(2, inputs.weights().length / 2), DataBuffers.of(inputs.weights(), true, false));
        scheduled = TFloat32.vectorOf(inputs.scheduled());
    }

    /** Feeds them to a run of a graph. */
    void to(Session.Runner runner, LearningGraph graph) {
        runner.feed(graph.indices, sequences).feed(graph.weights, weights).feed(graph.scheduled, scheduled);
    }

    @Override
    public void close() {
        try (sequences;
                weights;
                scheduled) {
            // all of them, whichever fails
        }
    }
}
