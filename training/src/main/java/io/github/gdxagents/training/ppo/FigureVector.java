package io.github.gdxagents.training.ppo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/** Some {@link Figure}s as one vector of the graph, so that a single fetch brings them all. Nobody else knows their order. */
final class FigureVector {
    /** Beyond it a sample counts for all others or for nothing, and the squares of ratios are no floats any more. */
    private static final float LARGEST_LOG_RATIO = 20;

    private final List<Figure> order = new ArrayList<>();
    private final Operand<TFloat32> vector;

    /** Of figures of the minibatch, and of what each step has, {@code [B]}, whose weighted mean is the figure. */
    private FigureVector(
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

    /** What is measured of each minibatch before its update takes effect. */
    static FigureVector ofMinibatch(Ops tf, Loss loss, LearnerSettings settings, Operand<TFloat32> stepWeights) {
        PolicyStep step = loss.step();
        Operand<TFloat32> ratio = step.ratio();
        Operand<TFloat32> one = tf.constant(1f);
        Map<Figure, Operand<TFloat32>> scalars = new EnumMap<>(Figure.class);
        scalars.put(Figure.POLICY_LOSS, loss.policyLoss());
        scalars.put(Figure.VALUE_LOSS, loss.valueLoss());
        scalars.put(Figure.RATIO_MIN, tf.math.neg(largest(tf, loss, tf.math.neg(ratio))));
        scalars.put(Figure.RATIO_MAX, largest(tf, loss, ratio));
        if (settings.ppo().targetKl() > 0) {
            scalars.put(Figure.KL, loss.kl());
        }
        Map<Figure, Operand<TFloat32>> perStep = new EnumMap<>(Figure.class);
        perStep.put(Figure.APPROX_KL, tf.math.sub(tf.math.sub(ratio, one), step.logRatio()));
        perStep.put(Figure.CLIP_FRACTION_LOWER, tf.dtypes.cast(step.isBelow(), TFloat32.class));
        perStep.put(Figure.CLIP_FRACTION_UPPER, tf.dtypes.cast(step.isAbove(), TFloat32.class));
        perStep.put(Figure.GRADIENT_FRACTION, settings.objective().hasGradient(tf, step));
        Operand<TFloat32> bounded = tf.math.exp(
                tf.clipByValue(step.logRatio(), tf.constant(-LARGEST_LOG_RATIO), tf.constant(LARGEST_LOG_RATIO)));
        perStep.put(Figure.RATIO_MEAN, bounded);
        perStep.put(Figure.RATIO_SQUARE, tf.math.square(bounded));
        return new FigureVector(tf, scalars, perStep, stepWeights);
    }

    private static Operand<TFloat32> largest(Ops tf, Loss loss, Operand<TFloat32> x) {
        return tf.reduceMax(loss.counted(x, Float.NEGATIVE_INFINITY), tf.constant(0), ReduceMax.keepDims(false));
    }

    /** What is measured of the whole rollout after the last update. */
    static FigureVector ofRollout(Ops tf, Loss loss, Operand<TFloat32> stepWeights) {
        Map<Figure, Operand<TFloat32>> scalars = new EnumMap<>(Figure.class);
        scalars.put(Figure.KL, loss.kl());
        scalars.put(Figure.REFERENCE_KL, loss.referenceKl());
        scalars.put(Figure.ENTROPY, loss.entropy());
        return new FigureVector(tf, scalars, Map.of(), stepWeights);
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
