package io.github.gdxagents.training.tensor;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A term of a loss: the sum over the steps of a value times a weight.
 *
 * <p>The derivative of such a sum with respect to the values is the weights. Handing them to the gradients, instead of the sum itself,
 * spares dozens of operations that would do no more than spread a 1 over the steps.
 *
 * @param values {@code [B]}, or a scalar
 * @param weights of the same shape, no function of the parameters
 */
public record WeightedSum(Operand<TFloat32> values, Operand<TFloat32> weights) {
    /** {@return the sum, a scalar} */
    public Operand<TFloat32> sum(Ops tf) {
        Operand<TFloat32> products = tf.math.mul(values, weights);
        return products.shape().numDimensions() == 0 ? products : tf.sum(products, tf.constant(0));
    }
}
