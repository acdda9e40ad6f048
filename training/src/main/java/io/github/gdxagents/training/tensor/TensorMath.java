package io.github.gdxagents.training.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/**
 * Arithmetic that TensorFlow has too, but with fewer operations: in small minibatches an operation costs more than what it computes.
 *
 * <p>TensorFlow's usual operations stretch one operand to the shape of the other, and their derivatives take five more operations to undo
 * that where nothing was stretched. Those here are for tensors of one shape.
 */
public final class TensorMath {
    private TensorMath() {}

    /** {@return the sum of two tensors of the same shape} */
    public static Operand<TFloat32> add(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.addN(List.of(a, b));
    }

    /** {@return the difference a - b of two tensors of the same shape} */
    public static Operand<TFloat32> sub(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return tf.math.addN(List.of(a, tf.math.neg(b)));
    }

    /**
     * {@return min(x, limit) of tensors of the same shape, the limit being no function of the parameters}
     *
     * <p>Within the limit and at it the gradient is that of x, beyond it 0. What is no number is passed on.
     *
     * <p>It is {@code x - relu(x - limit)}, the derivative of relu at 0 being 0. To choose between x and limit alone
     * would do, but TensorFlow would add up the gradients of a loss in another order, so that runs would change in
     * their last bits. The choice is for an x so large that rounding leaves nothing of the limit.
     */
    public static Operand<TFloat32> min(Ops tf, Operand<TFloat32> x, Operand<TFloat32> limit) {
        Operand<TFloat32> bounded = sub(tf, x, tf.nn.relu(sub(tf, x, limit)));
        return tf.select(tf.math.greater(x, limit), limit, bounded);
    }

    /**
     * Splits a matrix into groups of columns.
     *
     * @param tf builds operations
     * @param matrix {@code [B, sum of widths]}, or null if that sum is 0
     * @param widths width of each group, 0 or more
     * @return {@code [B, width]} for each group, null where the width is 0
     */
    public static List<Operand<TFloat32>> splitColumns(Ops tf, Operand<TFloat32> matrix, int... widths) {
        int[] present = Arrays.stream(widths).filter(width -> width > 0).toArray();
        Iterator<Output<TFloat32>> parts = present.length < 2
                ? null
                : tf.splitV(matrix, tf.constant(present), tf.constant(1), (long) present.length)
                        .output()
                        .iterator();
        List<Operand<TFloat32>> groups = new ArrayList<>();
        for (int width : widths) {
            groups.add(width == 0 ? null : parts == null ? matrix : parts.next());
        }
        return groups;
    }

    /**
     * {@return the only column {@code [B]} of a matrix {@code [B, 1]}}
     *
     * <p>To reshape would do, but whoever optimizes the graph then no longer sees that there are as many numbers as in
     * other columns, and prepares for stretching them.
     */
    public static Operand<TFloat32> onlyColumn(Ops tf, Operand<TFloat32> matrix) {
        return tf.squeeze(matrix, Squeeze.axis(List.of(1L)));
    }
}
