package io.github.gdxagents.training.tensor;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.ObservationEncoder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;

/** An {@link ObservationEncoder} as TensorFlow operations; the class says what they compute. */
final class EncoderGraph {
    private static final String PADDING = "SAME";
    private static final List<Long> STRIDES = List.of(1L, 2L, 2L, 1L);
    private static final int WIDTH = 3;
    private static final float FAR_BELOW = -1e9f;

    private final Ops tf;
    private final EncoderShape shape;
    private final List<ObservationGroup> groups;
    private final Iterator<DualTensor> parameters;
    private final Operand<TFloat32> observations;

    /**
     * Takes what it is about.
     *
     * @param tf builds operations
     * @param encoder gives the shapes; its numbers are not used
     * @param parameters its tensors in flat order
     * @param observations {@code [B, obs]}, normalized
     */
    EncoderGraph(Ops tf, ObservationEncoder encoder, Iterator<DualTensor> parameters, Operand<TFloat32> observations) {
        this.tf = tf;
        this.parameters = parameters;
        this.observations = observations;
        shape = encoder.shape();
        groups = encoder.observation().groups();
    }

    /** {@return {@code [B, encoded]}} */
    DualTensor run() {
        List<DualTensor> parts = new ArrayList<>();
        for (ObservationGroup group : groups) {
            if (!shape.encodes(group)) {
                parts.add(DualTensor.constant(tf, columns(group.offset(), group.size())));
            } else if (group.kind() == ObservationGroup.Kind.GRID) {
                parts.add(grid(group));
            } else {
                parts.add(set(group));
                parts.add(
                        DualTensor.constant(tf, tf.math.div(count(group), tf.constant(ObservationEncoder.COUNT_UNIT))));
            }
        }
        return DualTensor.joinColumns(parts);
    }

    private Operand<TFloat32> columns(int offset, int size) {
        return tf.slice(observations, tf.constant(new int[] {0, offset}), tf.constant(new int[] {-1, size}));
    }

    private DualTensor grid(ObservationGroup grid) {
        int[] size = grid.shape();
        DualTensor cells =
                DualTensor.constant(tf, columns(grid.offset(), grid.size())).reshape(-1, size[0], size[1], size[2]);
        int channels = size[2];
        int outputs = 0;
        for (int next : shape.gridChannels()) {
            DualTensor weights = parameters.next().reshape(WIDTH, WIDTH, channels, next);
            cells = convolution(cells, weights).addBias(parameters.next()).activate(shape.activation());
            size = new int[] {(size[0] + 1) / 2, (size[1] + 1) / 2};
            channels = next;
            outputs = size[0] * size[1] * channels;
        }
        return cells.reshape(-1, outputs);
    }

    private DualTensor convolution(DualTensor cells, DualTensor weights) {
        return cells.bilinear(weights, this::convolution);
    }

    private Conv2d<TFloat32> convolution(Operand<TFloat32> cells, Operand<TFloat32> weights) {
        return tf.nn.conv2d(cells, weights, STRIDES, PADDING);
    }

    private DualTensor set(ObservationGroup set) {
        int most = set.shape()[0];
        int features = set.features().size();
        int size = shape.setSize();
        int heads = shape.setHeads();
        DualTensor entries = DualTensor.constant(tf, columns(set.offset() + 1, most * features))
                .reshape(-1, features)
                .matMul(parameters.next())
                .reshape(-1, most, size);
        Operand<TFloat32> plain = plain();
        if (plain != null) {
            entries = entries.plus(
                    DualTensor.constant(tf, plain).matMul(parameters.next()).reshape(-1, 1, size));
        }
        DualTensor embeddings =
                entries.reshape(-1, size).addBias(parameters.next()).activate(shape.activation());
        DualTensor scores = embeddings.matMul(parameters.next()).reshape(-1, most, heads);
        DualTensor weights = attention(scores, present(set)).reshape(-1, most, heads, 1);
        return embeddings
                .reshape(-1, most, heads, size / heads)
                .times(weights)
                .sumOver(1)
                .reshape(-1, size);
    }

    /** {@code [B, plain]}, or null if nothing is plain. */
    private Operand<TFloat32> plain() {
        List<Operand<TFloat32>> plain = groups.stream()
                .filter(group -> group.kind() == ObservationGroup.Kind.VECTOR)
                .map(group -> columns(group.offset(), group.size()))
                .toList();
        if (plain.isEmpty()) {
            return null;
        }
        return plain.size() == 1 ? plain.get(0) : tf.concat(plain, tf.constant(1));
    }

    private Operand<TFloat32> count(ObservationGroup set) {
        return columns(set.offset(), 1);
    }

    /** {@code [B, most, 1]}: 1 for what is present, else 0. */
    private Operand<TFloat32> present(ObservationGroup set) {
        int most = set.shape()[0];
        float[] indices = new float[most];
        for (int i = 0; i < most; i++) {
            indices[i] = i + 0.5f;
        }
        Operand<TFloat32> mask = tf.dtypes.cast(tf.math.less(tf.constant(indices), count(set)), TFloat32.class);
        return tf.reshape(mask, tf.constant(new int[] {-1, most, 1}));
    }

    /** {@code [B, most, heads]}: how much of each entry is taken; over those that are present the sum is 1. */
    private DualTensor attention(DualTensor scores, Operand<TFloat32> present) {
        Operand<TFloat32> absent = tf.math.mul(tf.math.sub(tf.constant(1f), present), tf.constant(FAR_BELOW));
        Operand<TFloat32> masked = tf.math.add(tf.math.mul(scores.value(), present), absent);
        Operand<TFloat32> largest = tf.stopGradient(tf.reduceMax(masked, tf.constant(1), ReduceMax.keepDims(true)));
        Operand<TFloat32> powers = tf.math.mul(tf.math.exp(tf.math.sub(masked, largest)), present);
        Operand<TFloat32> weights = tf.math.divNoNan(powers, sumOfEntries(powers));
        if (scores.tangent() == null) {
            return new DualTensor(tf, weights, null);
        }
        Operand<TFloat32> mean = sumOfEntries(tf.math.mul(weights, scores.tangent()));
        return new DualTensor(tf, weights, tf.math.mul(weights, tf.math.sub(scores.tangent(), mean)));
    }

    private Operand<TFloat32> sumOfEntries(Operand<TFloat32> values) {
        return tf.sum(values, tf.constant(1), Sum.keepDims(true));
    }
}
