package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.PlaceholderWithDefault;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One minibatch update as a TensorFlow graph: gather the sequences, compute the loss and its gradient, clip it, let Adam apply it.
 *
 * <p>The samples of an iteration stay in a variable on the device; an update is fed the indices of its sequences, what each step counts and
 * the scheduled settings, nothing else. Where a minibatch is learned from in shards, each of them is fed the parameters and gives its share of
 * the gradient; {@link Adam} applies their sum.
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
    /** Null without memory. */
    final FlatVariable memories;

    final FlatVariable parameters;
    /** What the networks are computed with: the variable's value, unless other parameters are fed. */
    final PlaceholderWithDefault<TFloat32> parametersInUse;

    final FlatVariable firstMoments;
    final FlatVariable secondMoments;
    final Placeholder<TInt32> indices;
    /** {@code [2, M * L]}, see {@link StepWeights}. */
    final Placeholder<TFloat32> weights;

    final Placeholder<TFloat32> scheduled;
    /** Not clipped, {@code [parameters]}. */
    final Operand<TFloat32> wholeGradient;
    /** Mean KL(old || new), a scalar; of a shard its share in the minibatch's. */
    final Operand<TFloat32> kl;
    /** A vector, see {@link Loss#figures}. */
    final Operand<TFloat32> figures;
    /** Clipped, {@code [parameters]}. */
    final Operand<TFloat32> gradient;
    /** Length of the gradient before it is clipped, and 1 if the target KL allows the update, else 0: {@code [2]}. */
    final Operand<TFloat32> outcome;
    /** A vector, see {@link Movement#of}. */
    final Operand<TFloat32> movement;
    /** Of the policy: negative objective, entropy and reference included; a scalar. */
    final Operand<TFloat32> surrogateLoss;
    /** Applies the clipped gradient, if the target KL allows it. */
    final Op update;
    /** Null unless the objective asks for it. */
    final TrustRegionGraph trustRegion;

    /**
     * Builds the graph.
     *
     * @param tf builds operations, in an empty graph
     * @param networks gives the shapes
     * @param layout of the samples
     * @param settings of the learner
     */
    LearningGraph(Ops tf, ActorCritic networks, SampleLayout layout, LearnerSettings settings) {
        int length = layout.sequences().length();
        int memorySize = layout.sequences().memorySize();
        Shape flat = Shape.of(networks.parameterCount());
        samples = new FlatVariable(tf, "samples", Shape.of(Shape.UNKNOWN_SIZE, (long) length * layout.width()));
        memories = memorySize == 0 ? null : new FlatVariable(tf, "memories", Shape.of(Shape.UNKNOWN_SIZE, memorySize));
        parameters = new FlatVariable(tf, "parameters", flat);
        parametersInUse = tf.placeholderWithDefault(parameters.value(), flat);
        firstMoments = new FlatVariable(tf, "first-moments", flat);
        secondMoments = new FlatVariable(tf, "second-moments", flat);
        indices = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
        weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2, Shape.UNKNOWN_SIZE)));
        scheduled = tf.placeholder(
                TFloat32.class,
                Placeholder.shape(Shape.of(
                        ScheduledSettings.count(settings.largestOptions().size()))));

        ScheduledSettings now = ScheduledSettings.of(
                tf,
                tf.ensureShape(
                        scheduled,
                        Shape.of(ScheduledSettings.count(
                                settings.largestOptions().size()))),
                settings.largestOptions().keySet());
        Batch batch = layout.split(tf, gather(tf, samples), memories == null ? null : gather(tf, memories), weights);
        ActorCriticGraph graph = new ActorCriticGraph(tf, networks, parametersInUse, null);
        Loss loss = new Loss(tf, networks, graph, batch, now, settings);

        wholeGradient = !settings.objective().isTrustRegion() && Backpropagation.isFor(networks)
                ? Backpropagation.gradient(tf, loss.all(), graph, loss.result())
                : FlatGradient.of(tf, loss.all(), graph.leaves(), connected(graph, settings));
        kl = loss.kl();
        Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.nn.l2Loss(wholeGradient)));
        gradient = tf.math.mul(wholeGradient, scaleToNorm(tf, norm, (float) settings.maxGradientNorm()));
        movement = tf.stack(List.of(kl, loss.referenceKl(), loss.entropy()));
        surrogateLoss = loss.surrogateLoss();
        Operand<TBool> isNear = settings.targetKl() == 0
                ? tf.constant(true)
                : tf.math.lessEqual(kl, tf.constant((float) settings.targetKl()));
        figures = loss.figures();
        outcome = tf.stack(List.of(norm, tf.dtypes.cast(isNear, TFloat32.class)));
        update = adam(tf, now.learningRate(), settings.adamEpsilon(), settings.targetKl() == 0 ? null : isNear);
        trustRegion = settings.objective().isTrustRegion()
                ? new TrustRegionGraph(tf, networks, parametersInUse, graph, batch, loss)
                : null;
    }

    private Operand<TFloat32> gather(Ops tf, FlatVariable variable) {
        // Nothing is known of what is fed: without this, that all columns have the same length could not be told
        // either.
        return tf.gather(variable.value(), tf.ensureShape(indices, Shape.of(Shape.UNKNOWN_SIZE)), tf.constant(0));
    }

    /** In a trust region minibatch updates are those of the value function. */
    private static boolean[] connected(ActorCriticGraph graph, LearnerSettings settings) {
        boolean[] isConnected = new boolean[graph.leaves().size()];
        for (int i = 0; i < isConnected.length; i++) {
            isConnected[i] = !settings.objective().isTrustRegion() || !graph.isOfPolicy(i);
        }
        return isConnected;
    }

    /** Without learning rate and with decays of 1 Adam changes nothing, not even its moments. */
    private Op adam(Ops tf, Operand<TFloat32> learningRate, double epsilon, Operand<TBool> isAllowed) {
        return tf.train.resourceApplyAdam(
                parameters.handle(),
                firstMoments.handle(),
                secondMoments.handle(),
                tf.constant(0f),
                tf.constant(0f),
                orElse(tf, isAllowed, learningRate, 0),
                orElse(tf, isAllowed, tf.constant(FIRST_DECAY), 1),
                orElse(tf, isAllowed, tf.constant(SECOND_DECAY), 1),
                tf.constant((float) epsilon),
                gradient);
    }

    private static Operand<TFloat32> orElse(
            Ops tf, Operand<TBool> condition, Operand<TFloat32> value, float otherwise) {
        return condition == null ? value : tf.select(condition, value, tf.constant(otherwise));
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
