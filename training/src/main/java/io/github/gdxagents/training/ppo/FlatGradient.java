package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * Gradients in the flat layout of the parameters.
 *
 * <p>Thread safety: stateless.
 */
final class FlatGradient {
    private FlatGradient() {}

    /**
     * Differentiates a loss.
     *
     * @param tf builds operations
     * @param loss its terms, functions of the connected leaves
     * @param leaves all leaves, in flat order
     * @param isConnected for each leaf, whether the loss depends on it
     * @return {@code [parameters]}, 0 where it doesn't
     */
    static Operand<TFloat32> of(Ops tf, List<Term> loss, List<Operand<TFloat32>> leaves, boolean[] isConnected) {
        List<Operand<TFloat32>> values = loss.stream().map(Term::values).toList();
        List<Operand<TFloat32>> weights = loss.stream().map(Term::weights).toList();
        Gradients gradients = tf.gradients(values, connected(leaves, isConnected), Gradients.dx(weights));
        return flat(tf, gradients, leaves, isConnected);
    }

    /** Puts the gradients of all leaves in a row. */
    static Operand<TFloat32> flat(Ops tf, List<Operand<TFloat32>> gradients) {
        int[] vector = {-1};
        return tf.concat(
                gradients.stream()
                        .map(gradient -> gradient.shape().numDimensions() == 1
                                ? gradient
                                : tf.reshape(gradient, tf.constant(vector)))
                        .toList(),
                tf.constant(0));
    }

    static List<Operand<TFloat32>> connected(List<Operand<TFloat32>> leaves, boolean[] isConnected) {
        List<Operand<TFloat32>> connected = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (isConnected[i]) {
                connected.add(leaves.get(i));
            }
        }
        return connected;
    }

    /** Puts the gradients of the connected leaves in their places: TensorFlow fails to give those of the others. */
    static Operand<TFloat32> flat(Ops tf, Gradients gradients, List<Operand<TFloat32>> leaves, boolean[] isConnected) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < leaves.size(); i++) {
            parts.add(isConnected[i] ? gradients.dy(next++) : tf.zerosLike(leaves.get(i)));
        }
        return flat(tf, parts);
    }
}
