package io.github.gdxagents.training.tensor;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
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
    final Placeholder<TFloat32> fed;
    final Op assign;
    private final Operand<TFloat32> value;

    /** Adds a variable of a unique name to the graph; a dimension of its shape may be unknown. */
    public FlatVariable(Ops tf, String name, Shape shape) {
        Operand<? extends TType> handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name))
                .resource();
        fed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        assign = tf.assignVariableOp(handle, fed);
        value = tf.readVariableOp(handle, TFloat32.class);
    }

    /** {@return its value, of the shape that it was made with} */
    public Operand<TFloat32> value() {
        return value;
    }
}
