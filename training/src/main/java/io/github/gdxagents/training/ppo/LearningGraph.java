package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One minibatch update as a TensorFlow graph: gather the rows, compute the loss and its gradient, clip it, let Adam apply it.
 *
 * <p>The samples of an iteration stay in a variable on the device; an update is fed the indices of its rows and the scheduled
 * settings, nothing else.
 *
 * <p>Thread safety: immutable once built.
 *
 * <p>Source: Adam: Kingma and Ba 2014, arXiv:1412.6980, in the form before section 2.1, with the bias correction folded into the
 * learning rate that is fed.
 */
final class LearningGraph {
    static final float FIRST_DECAY = 0.9f;
    static final float SECOND_DECAY = 0.999f;
    private static final float TINY = 1e-6f;

    final FlatVariable samples;
    final FlatVariable parameters;
    final FlatVariable firstMoments;
    final FlatVariable secondMoments;
    final Placeholder<TInt32> indices;
    final Placeholder<TFloat32> scheduled;
    /** {@code [Figures.COUNT]}. */
    final Operand<TFloat32> figures;
    /** Clipped gradient, {@code [parameters]}. */
    final Operand<TFloat32> gradient;
    /** Applies the gradient. */
    final Op update;

    /**
     * Builds the graph.
     *
     * @param tf builds operations, in an empty graph
     * @param networks gives the shapes
     * @param settings of the loss
     * @param objective what the policy maximizes
     */
    LearningGraph(Ops tf, ActorCritic networks, LossSettings settings, Objective objective) {
        Shape flat = Shape.of(networks.parameterCount());
        samples = new FlatVariable(tf, "samples", Shape.of(Shape.UNKNOWN_SIZE, Samples.width(networks.behavior())));
        parameters = new FlatVariable(tf, "parameters", flat);
        firstMoments = new FlatVariable(tf, "first-moments", flat);
        secondMoments = new FlatVariable(tf, "second-moments", flat);
        indices = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        scheduled = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(ScheduledSettings.COUNT)));

        ScheduledSettings now = ScheduledSettings.of(tf, scheduled);
        ActorCriticGraph graph = new ActorCriticGraph(tf, networks, parameters.value());
        Operand<TFloat32> batch = tf.gather(samples.value(), indices, tf.constant(0));
        Loss loss = new Loss(tf, networks, graph, batch, now, settings, objective);

        Operand<TFloat32> whole = flatGradient(tf, loss, graph.leaves());
        Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.nn.l2Loss(whole)));
        gradient = tf.math.mul(whole, scaleToNorm(tf, norm, (float) settings.maxGradientNorm()));
        List<Operand<TFloat32>> all = new ArrayList<>(loss.figures());
        all.add(norm);
        figures = tf.stack(all);
        update = tf.withControlDependencies(List.of(figures))
                .train
                .resourceApplyAdam(
                        parameters.handle(),
                        firstMoments.handle(),
                        secondMoments.handle(),
                        tf.constant(0f),
                        tf.constant(0f),
                        now.learningRate(),
                        tf.constant(FIRST_DECAY),
                        tf.constant(SECOND_DECAY),
                        tf.constant((float) settings.adamEpsilon()),
                        gradient);
    }

    private static Operand<TFloat32> flatGradient(Ops tf, Loss loss, List<Operand<TFloat32>> leaves) {
        Gradients gradients = tf.gradients(loss.total(), leaves);
        List<Operand<TFloat32>> flat = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            flat.add(tf.reshape(gradients.<TFloat32>dy(i), tf.constant(new int[] {-1})));
        }
        return tf.concat(flat, tf.constant(0));
    }

    private static Operand<TFloat32> scaleToNorm(Ops tf, Operand<TFloat32> norm, float longest) {
        return tf.math.minimum(
                tf.constant(1f), tf.math.div(tf.constant(longest), tf.math.add(norm, tf.constant(TINY))));
    }

    /**
     * The learning rate with which Adam's biased moments give the unbiased step.
     *
     * @param learningRate as scheduled
     * @param update number of this update, from 1
     */
    static double correctedLearningRate(double learningRate, long update) {
        return learningRate * Math.sqrt(1 - Math.pow(SECOND_DECAY, update)) / (1 - Math.pow(FIRST_DECAY, update));
    }
}
