package io.github.gdxagents.training.tensor;

import io.github.gdxagents.network.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.types.TFloat32;

/**
 * A dual number whose parts are tensors: a value of the graph and, where it is wanted, its derivative along a direction in the space of
 * parameters.
 *
 * <p>Networks are written once in terms of these. Built on plain parameters they yield values; built on parameters that have a tangent
 * they yield the directional derivative too (forward-mode differentiation), which TensorFlow's own gradients, going backwards, can't give.
 *
 * @param tf builds operations
 * @param value the value
 * @param tangent of the same shape, or null for a value that does not depend on the direction
 */
public record DualTensor(Ops tf, Operand<TFloat32> value, Operand<TFloat32> tangent) {
    static DualTensor constant(Ops tf, Operand<TFloat32> value) {
        return new DualTensor(tf, value, null);
    }

    /** The matrix product. */
    DualTensor matMul(DualTensor matrix) {
        return bilinear(matrix, tf.linalg::matMul);
    }

    /** A product of any kind: linear in either factor. */
    DualTensor bilinear(DualTensor other, BinaryOperator<Operand<TFloat32>> product) {
        return new DualTensor(
                tf,
                product.apply(value, other.value),
                sum(
                        tangent == null ? null : product.apply(tangent, other.value),
                        other.tangent == null ? null : product.apply(value, other.tangent)));
    }

    /** The same numbers in another shape, of which one size may be -1: what is left. */
    DualTensor reshape(int... shape) {
        return linear(x -> tf.reshape(x, tf.constant(shape)));
    }

    /** Sums over a dimension, which then is no more. */
    DualTensor sumOver(int dimension) {
        return linear(x -> tf.sum(x, tf.constant(dimension)));
    }

    private DualTensor linear(UnaryOperator<Operand<TFloat32>> function) {
        return new DualTensor(tf, function.apply(value), tangent == null ? null : function.apply(tangent));
    }

    /** Adds a vector to each row. */
    DualTensor addBias(DualTensor bias) {
        return new DualTensor(
                tf,
                tf.nn.biasAdd(value, bias.value),
                tangent == null || bias.tangent == null ? tangent : tf.nn.biasAdd(tangent, bias.tangent));
    }

    DualTensor plus(DualTensor other) {
        return new DualTensor(tf, tf.math.add(value, other.value), sum(tangent, other.tangent));
    }

    DualTensor minus(DualTensor other) {
        return new DualTensor(
                tf,
                tf.math.sub(value, other.value),
                sum(tangent, other.tangent == null ? null : tf.math.neg(other.tangent)));
    }

    /** The product, element by element. */
    DualTensor times(DualTensor other) {
        return bilinear(other, tf.math::mul);
    }

    /** Multiplies each row by a number that is no function of the parameters. */
    DualTensor scaleRows(Operand<TFloat32> factors) {
        return new DualTensor(tf, tf.math.mul(value, factors), tangent == null ? null : tf.math.mul(tangent, factors));
    }

    DualTensor sigmoid() {
        Operand<TFloat32> y = tf.math.sigmoid(value);
        return chain(y, () -> tf.math.mul(y, oneMinus(y)));
    }

    DualTensor tanh() {
        Operand<TFloat32> y = tf.math.tanh(value);
        return chain(y, () -> oneMinus(tf.math.square(y)));
    }

    DualTensor relu() {
        Operand<TFloat32> y = tf.nn.relu(value);
        return chain(y, () -> tf.dtypes.cast(tf.math.greater(value, tf.constant(0f)), TFloat32.class));
    }

    DualTensor activate(Activation activation) {
        return switch (activation) {
            case IDENTITY -> this;
            case TANH -> tanh();
            case RELU -> relu();
            case SILU -> times(sigmoid());
        };
    }

    private DualTensor chain(Operand<TFloat32> y, Supplier<Operand<TFloat32>> derivative) {
        return new DualTensor(tf, y, tangent == null ? null : tf.math.mul(tangent, derivative.get()));
    }

    private Operand<TFloat32> oneMinus(Operand<TFloat32> x) {
        return tf.math.sub(tf.constant(1f), x);
    }

    /** Cuts columns into parts of the same width. */
    List<DualTensor> splitColumns(int parts) {
        List<? extends Operand<TFloat32>> values =
                tf.split(tf.constant(1), value, (long) parts).output();
        List<? extends Operand<TFloat32>> tangents = tangent == null
                ? null
                : tf.split(tf.constant(1), tangent, (long) parts).output();
        return pair(values, tangents);
    }

    /** {@code [M * L, width]} as L of them {@code [M, width]}, one for each time. */
    List<DualTensor> splitTime(int length, int width) {
        return pair(
                splitTime(tf, value, length, width), tangent == null ? null : splitTime(tf, tangent, length, width));
    }

    static List<? extends Operand<TFloat32>> splitTime(Ops tf, Operand<TFloat32> rows, int length, int width) {
        Operand<TFloat32> sequences = tf.reshape(rows, tf.constant(new int[] {-1, length, width}));
        return tf.unstack(sequences, (long) length, Unstack.axis(1L)).output();
    }

    /** The inverse of {@link #splitTime}. */
    static DualTensor joinTime(List<DualTensor> times, int width) {
        Ops tf = times.get(0).tf;
        boolean hasTangent = times.get(times.size() - 1).tangent != null;
        return new DualTensor(
                tf,
                joinTime(tf, times.stream().map(DualTensor::value).toList(), width),
                hasTangent
                        ? joinTime(tf, times.stream().map(DualTensor::tangent).toList(), width)
                        : null);
    }

    private static Operand<TFloat32> joinTime(Ops tf, List<Operand<TFloat32>> times, int width) {
        return tf.reshape(tf.stack(times, Stack.axis(1L)), tf.constant(new int[] {-1, width}));
    }

    /** Puts matrices of as many rows side by side. */
    static DualTensor joinColumns(List<DualTensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Ops tf = parts.get(0).tf;
        boolean hasTangent = parts.stream().anyMatch(part -> part.tangent != null);
        return new DualTensor(
                tf,
                tf.concat(parts.stream().map(DualTensor::value).toList(), tf.constant(1)),
                hasTangent
                        ? tf.concat(
                                parts.stream().map(DualTensor::tangentOrZero).toList(), tf.constant(1))
                        : null);
    }

    private Operand<TFloat32> tangentOrZero() {
        return tangent == null ? tf.zerosLike(value) : tangent;
    }

    private List<DualTensor> pair(
            List<? extends Operand<TFloat32>> values, List<? extends Operand<TFloat32>> tangents) {
        List<DualTensor> duals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            duals.add(new DualTensor(tf, values.get(i), tangents == null ? null : tangents.get(i)));
        }
        return duals;
    }

    private Operand<TFloat32> sum(Operand<TFloat32> a, Operand<TFloat32> b) {
        return a == null ? b : b == null ? a : tf.math.add(a, b);
    }
}
