package io.github.gdxagents.training.tensor;

import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A float variable of the graph, on the device, and the way in: see {@link GraphSession#write}.
 *
 * <p>A resource variable, never a reference variable: gradients of those crash TensorFlow.
 */
public final class FlatVariable {
    private final Operand<TFloat32> value;
    private final Placeholder<TFloat32> fed;
    private final Op assign;

    /**
     * Adds a variable to the graph.
     *
     * @param tf builds operations
     * @param name unique in the graph
     * @param shape of the value; a dimension may be unknown
     */
    public FlatVariable(Ops tf, String name, Shape shape) {
        Operand<? extends TType> handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name))
                .resource();
        fed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        assign = tf.assignVariableOp(handle, fed);
        value = tf.readVariableOp(handle, TFloat32.class);
    }

    /**
     * The variable's value.
     *
     * @return of the shape that it was made with
     */
    public Operand<TFloat32> value() {
        return value;
    }

    void write(Session session, Shape shape, float[] numbers) {
        // The variable takes over the memory of the fed tensor: it must be new and never be written again.
        try (TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(numbers, true, false))) {
            session.runner().feed(fed, tensor).addTarget(assign).run().close();
        }
    }
}
