package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Some {@link Figure}s as one vector of the graph, so that a single fetch brings them all. Nobody else knows their order. */
final class FigureVector {
    private final List<Figure> order = new ArrayList<>();
    private final Operand<TFloat32> vector;

    /**
     * Adds to the graph.
     *
     * @param tf builds operations
     * @param scalars what is measured of the minibatch
     * @param perStep {@code [B]}: what is measured of each step; its mean is the figure
     * @param stepWeights {@code [B]}: what each step counts in these means
     */
    FigureVector(
            Ops tf,
            Map<Figure, Operand<TFloat32>> scalars,
            Map<Figure, Operand<TFloat32>> perStep,
            Operand<TFloat32> stepWeights) {
        order.addAll(scalars.keySet());
        order.addAll(perStep.keySet());
        Operand<TFloat32> single = tf.stack(List.copyOf(scalars.values()));
        if (perStep.isEmpty()) {
            vector = single;
        } else {
            Operand<TFloat32> column = tf.reshape(stepWeights, tf.constant(new int[] {-1, 1}));
            Operand<TFloat32> means = tf.linalg.matMul(tf.stack(List.copyOf(perStep.values())), column);
            vector = tf.concat(List.of(single, tf.reshape(means, tf.constant(new int[] {-1}))), tf.constant(0));
        }
    }

    /** What to fetch. */
    Operand<TFloat32> vector() {
        return vector;
    }

    /** Gives what was fetched its names. */
    Figures read(float[] numbers) {
        Map<Figure, Double> values = new EnumMap<>(Figure.class);
        for (int i = 0; i < numbers.length; i++) {
            values.put(order.get(i), (double) numbers[i]);
        }
        return new Figures(values);
    }
}
