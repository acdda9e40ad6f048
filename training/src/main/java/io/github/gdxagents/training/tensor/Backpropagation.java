package io.github.gdxagents.training.tensor;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.tensor.ActorCriticGraph.DensePass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The chain rule through feed-forward networks with relu, written out.
 *
 * <p>TensorFlow's own derivative of relu looks at what went into it, so that product, bias and relu must stay three operations. What comes
 * out tells the same: it is above 0 where the input is. Looking there lets all three become one. For all other networks there is
 * {@link FlatGradient}.
 *
 * <p>Source: Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating errors".
 */
public final class Backpropagation {
    private final Ops tf;
    private final List<Operand<TFloat32>> leaves;
    private final Operand<TFloat32>[] gradients;

    private Backpropagation(Ops tf, List<Operand<TFloat32>> leaves) {
        this.tf = tf;
        this.leaves = leaves;
        gradients = operands(leaves.size());
    }

    @SuppressWarnings("unchecked") // Java has no arrays of generic types
    private static Operand<TFloat32>[] operands(int count) {
        return new Operand[count];
    }

    /**
     * Whether it knows all layers.
     *
     * @param networks give them
     * @return true if they are dense, share nothing and have relu or no activation
     */
    public static boolean isFor(ActorCritic networks) {
        return !networks.isShared()
                && networks.layers().stream()
                        .allMatch(layer -> layer instanceof DenseLayer dense
                                && (dense.activation() == Activation.RELU
                                        || dense.activation() == Activation.IDENTITY));
    }

    /**
     * Differentiates a loss that depends on all parameters.
     *
     * @param tf builds operations
     * @param loss its terms
     * @param graph of networks that this {@link #isFor}
     * @param result of the networks, which the terms are functions of
     * @return {@code [parameters]}
     */
    public static Operand<TFloat32> gradient(
            Ops tf, List<WeightedSum> loss, ActorCriticGraph graph, ActorCriticGraph.Result result) {
        Backpropagation back = new Backpropagation(tf, graph.leaves());
        List<Operand<TFloat32>> ends = new ArrayList<>(List.of(result.outputs().value(), result.values()));
        if (graph.deviations() != null) {
            ends.add(graph.deviations().value());
        }
        Gradients atEnds = tf.gradients(
                loss.stream().map(WeightedSum::values).toList(),
                ends,
                Gradients.dx(loss.stream().map(WeightedSum::weights).toList()));
        back.pass(result.actorPasses(), atEnds.dy(0));
        back.pass(result.criticPasses(), tf.expandDims(atEnds.dy(1), tf.constant(1)));
        if (graph.deviations() != null) {
            back.gradients[back.gradients.length - 1] = atEnds.dy(2);
        }
        return FlatGradient.inARow(tf, Arrays.asList(back.gradients));
    }

    /** From the last layer to the first. */
    private void pass(List<DensePass> passes, Operand<TFloat32> ofOutputs) {
        Operand<TFloat32> gradient = ofOutputs;
        for (int i = passes.size() - 1; i >= 0; i--) {
            DensePass pass = passes.get(i);
            if (pass.activation() == Activation.RELU) {
                gradient = tf.nn.reluGrad(gradient, pass.outputs());
            }
            gradients[pass.leaf()] = tf.linalg.matMul(pass.inputs(), gradient, MatMul.transposeA(true));
            gradients[pass.leaf() + 1] = tf.nn.biasAddGrad(gradient);
            if (i > 0) { // nothing is learned before the first layer
                gradient = tf.linalg.matMul(gradient, leaves.get(pass.leaf()), MatMul.transposeB(true));
            }
        }
    }
}
