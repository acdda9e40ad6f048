package io.github.gdxagents.training.ppo;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Arithmetic of tensors of one shape.
 *
 * <p>TensorFlow's usual operations stretch one operand to the shape of the other, and their derivatives take five more operations to undo
 * that where nothing was stretched. These spare them: in small minibatches an operation costs more than what it computes.
 *
 * <p>Thread safety: stateless.
 */
final class Elementwise {
    private Elementwise() {}

    /** The sum of two tensors of the same shape. */
    static Operand<TFloat32> add(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.addN(List.of(a, b));
    }

    /** The difference of two tensors of the same shape. */
    static Operand<TFloat32> sub(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.addN(List.of(a, tf.math.neg(b)));
    }

    /**
     * The smaller of two tensors of the same shape, the second of which is no function of the parameters. Where both are the same the
     * gradient is 0. Rounds to what a float of the size of the limit can tell.
     */
    static Operand<TFloat32> atMost(Ops tf, Operand<TFloat32> x, Operand<TFloat32> limit) {
        return sub(tf, limit, tf.nn.relu(sub(tf, limit, x)));
    }
}
