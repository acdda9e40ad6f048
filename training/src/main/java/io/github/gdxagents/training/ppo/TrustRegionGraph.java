package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.tensor.ActorCriticGraph;
import io.github.gdxagents.training.tensor.FlatGradient;
import io.github.gdxagents.training.tensor.WeightedSum;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a trust region step needs of the graph: the gradient of the policy's loss, and the product of the Fisher information
 * with a direction.
 *
 * <p>The Fisher information is never formed. With J the derivative of the outputs with respect to the parameters and M the
 * Fisher information of the outputs themselves, the product is Jᵀ M J v: J v by differentiating forward along v ({@code
 * DualTensor}), M in closed form ({@code DistributionGraph.fisherProduct}), Jᵀ by TensorFlow's gradients. At the old policy
 * this is the Hessian of the mean KL.
 *
 * <p>Source: Schulman et al. 2015, arXiv:1502.05477, appendix C.1; the decomposition: Pascanu and Bengio 2013,
 * arXiv:1301.3584, section 3.
 */
final class TrustRegionGraph {
    /** {@code [parameters]}. */
    final Placeholder<TFloat32> direction;
    /** Gradient of the policy's terms of the loss, {@code [parameters]}; 0 for the critic. */
    final Operand<TFloat32> gradient;
    /** Fisher information times direction, {@code [parameters]}; 0 for the critic. */
    final Operand<TFloat32> fisherProduct;

    /** Adds to the graph of the networks, which give the shapes, and of the loss over a minibatch. */
    TrustRegionGraph(
            Ops tf,
            ActorCritic networks,
            Operand<TFloat32> parameters,
            ActorCriticGraph graph,
            Minibatch minibatch,
            Loss loss) {
        direction = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(networks.parameterCount())));
        boolean[] isOfPolicy = new boolean[graph.leaves().size()];
        boolean[] isOfOutputs = new boolean[isOfPolicy.length];
        for (int i = 0; i < isOfPolicy.length; i++) {
            isOfPolicy[i] = graph.isOfPolicy(i);
            isOfOutputs[i] = isOfPolicy[i] && !graph.isDeviations(i);
        }
        gradient = FlatGradient.of(tf, loss.policyTerms(), graph.leaves(), isOfPolicy);
        ActorCriticGraph moving = new ActorCriticGraph(tf, networks, parameters, direction);
        Operand<TFloat32> column = tf.reshape(minibatch.stepWeights(), tf.constant(new int[] {-1, 1}));
        Operand<TFloat32> change =
                loss.policy().fisherProduct(moving.outputs(minibatch.steps()).tangent());
        WeightedSum outputs = new WeightedSum(loss.result().outputs().value(), tf.math.mul(change, column));
        Operand<TFloat32> ofOutputs = FlatGradient.of(tf, List.of(outputs), graph.leaves(), isOfOutputs);
        int deviations = networks.logStandardDeviation().length;
        fisherProduct = deviations == 0 ? ofOutputs : tf.math.add(ofOutputs, ofDeviations(tf, networks));
    }

    /** The Fisher information of a log standard deviation is 2. */
    private Operand<TFloat32> ofDeviations(Ops tf, ActorCritic networks) {
        float[] factors = new float[networks.parameterCount()];
        Arrays.fill(factors, factors.length - networks.logStandardDeviation().length, factors.length, 2);
        return tf.math.mul(direction, tf.constant(factors));
    }
}
