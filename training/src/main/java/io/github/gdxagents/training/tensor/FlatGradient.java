package io.github.gdxagents.training.tensor;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/** Gradients in the flat layout of the parameters. */
public final class FlatGradient {
    private FlatGradient() {}

    /**
     * Differentiates a loss.
     *
     * @param tf builds operations
     * @param loss its terms, functions of the connected leaves
     * @param leaves all leaves, in flat order
     * @param isConnected for each leaf, whether the loss depends on it: TensorFlow fails to give a gradient of 0
     * @return {@code [parameters]}, 0 where it doesn't
     */
    public static Operand<TFloat32> of(
            Ops tf, List<WeightedSum> loss, List<Operand<TFloat32>> leaves, boolean[] isConnected) {
        List<Operand<TFloat32>> connected = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (isConnected[i]) {
                connected.add(leaves.get(i));
            }
        }
        Gradients gradients = tf.gradients(
                loss.stream().map(WeightedSum::values).toList(),
                connected,
                Gradients.dx(loss.stream().map(WeightedSum::weights).toList()));
        List<Operand<TFloat32>> parts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < leaves.size(); i++) {
            parts.add(isConnected[i] ? gradients.dy(next++) : tf.zerosLike(leaves.get(i)));
        }
        return tf.concat(parts.stream().map(part -> asVector(tf, part)).toList(), tf.constant(0));
    }

    private static Operand<TFloat32> asVector(Ops tf, Operand<TFloat32> gradient) {
        return gradient.shape().numDimensions() == 1 ? gradient : tf.reshape(gradient, tf.constant(new int[] {-1}));
    }
}
