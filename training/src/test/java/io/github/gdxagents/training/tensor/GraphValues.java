package io.github.gdxagents.training.tensor;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A graph of constants, and what its operations yield. */
final class GraphValues implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    final Ops tf = Ops.create(graph);

    /** A constant, or null if it has no values, as {@link Columns} gives it. */
    Operand<TFloat32> constant(float[] numbers, long... shape) {
        return numbers.length == 0 ? null : tf.constant(Shape.of(shape), DataBuffers.of(numbers, true, true));
    }

    float[] of(Operand<TFloat32> operand) {
        try (Result result = session.runner().fetch(operand).run()) {
            TFloat32 tensor = (TFloat32) result.get(0);
            float[] numbers = new float[(int) tensor.size()];
            tensor.asRawTensor().data().asFloats().read(numbers);
            return numbers;
        }
    }

    float[] gradient(Operand<TFloat32> of, Operand<TFloat32> with) {
        return of(tf.gradients(of, List.of(with)).<TFloat32>dy(0));
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
