package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.tensor.ActorCriticGraph;
import io.github.gdxagents.training.tensor.FlatGradient;
import io.github.gdxagents.training.tensor.FlatVariable;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A minibatch, or a shard of one, as a TensorFlow graph: gather the sequences, run the networks, compute the {@link Loss} and its gradient.
 *
 * <p>The samples of an iteration stay in a variable on the device; a run is fed the parameters, the indices of its sequences, what each
 * step counts and the coefficients, nothing else.
 */
final class LearningGraph {
    final FlatVariable samples;
    /** Null without memory. */
    final FlatVariable memories;

    /** {@code [parameters]}. */
    final Placeholder<TFloat32> parameters;
    /** {@code [M]}. */
    final Placeholder<TInt32> indices;
    /** {@code [2, M * L]}, see {@link StepWeights}. */
    final Placeholder<TFloat32> weights;
    /** See {@link Coefficients#vector}. */
    final Placeholder<TFloat32> coefficients;

    /** Of the loss, not clipped, {@code [parameters]}. */
    final Operand<TFloat32> gradient;
    /** Measured of each minibatch. */
    final FigureVector minibatchFigures;
    /** Measured of the rollout. */
    final FigureVector rolloutFigures;
    /** Of the policy: negative objective, entropy and reference included; a scalar. */
    final Operand<TFloat32> sumOfPolicyTerms;
    /** Mean KL(old || new), a scalar. */
    final Operand<TFloat32> kl;
    /** Null unless the objective asks for it. */
    final TrustRegionGraph trustRegion;

    /** Builds it in an empty graph; the networks give the shapes alone. */
    LearningGraph(Ops tf, ActorCritic networks, MinibatchLayout layout, LearnerSettings settings) {
        int length = layout.sequences().length();
        int memorySize = layout.sequences().memorySize();
        samples = new FlatVariable(tf, "samples", Shape.of(Shape.UNKNOWN_SIZE, (long) length * layout.width()));
        memories = memorySize == 0 ? null : new FlatVariable(tf, "memories", Shape.of(Shape.UNKNOWN_SIZE, memorySize));
        parameters = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(networks.parameterCount())));
        indices = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2, Shape.UNKNOWN_SIZE)));
        Shape size = Shape.of(Coefficients.InGraph.size(settings.options()));
        coefficients = tf.placeholder(TFloat32.class, Placeholder.shape(size));

        List<? extends Operand<TFloat32>> both = tf.unstack(weights, 2L).output();
        Minibatch minibatch = new Minibatch(
                layout.split(tf, gather(tf, samples)),
                memories == null ? null : gather(tf, memories),
                both.get(0),
                both.get(1));
        Coefficients.InGraph now = new Coefficients.InGraph(tf, tf.ensureShape(coefficients, size), settings.options());
        ActorCriticGraph graph = new ActorCriticGraph(tf, networks, parameters, null);
        Loss loss = new Loss(tf, networks, graph, minibatch, now, settings);

        boolean isTrustRegion = settings.isTrustRegion();
        gradient = FlatGradient.of(tf, loss.terms(), graph.leaves(), connected(graph, isTrustRegion));
        minibatchFigures = FigureVector.ofMinibatch(tf, loss, settings, minibatch.stepWeights());
        rolloutFigures = FigureVector.ofRollout(tf, loss, minibatch.stepWeights());
        sumOfPolicyTerms = loss.sumOfPolicyTerms();
        kl = loss.kl();
        trustRegion = isTrustRegion ? new TrustRegionGraph(tf, networks, parameters, graph, minibatch, loss) : null;
    }

    private Operand<TFloat32> gather(Ops tf, FlatVariable variable) {
        // Nothing is known of what is fed: without this, that all columns have the same length could not be told
        // either.
        return tf.gather(variable.value(), tf.ensureShape(indices, Shape.of(Shape.UNKNOWN_SIZE)), tf.constant(0));
    }

    /** In a trust region minibatch updates are those of the value function. */
    private static boolean[] connected(ActorCriticGraph graph, boolean isTrustRegion) {
        boolean[] isConnected = new boolean[graph.leaves().size()];
        for (int i = 0; i < isConnected.length; i++) {
            isConnected[i] = !isTrustRegion || !graph.isOfPolicy(i);
        }
        return isConnected;
    }
}
