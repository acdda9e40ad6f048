package io.github.gdxagents.training.ppo;

import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.policy.DenseLayer;
import io.github.gdxagents.policy.Layer;
import io.github.gdxagents.policy.Network;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Actor and critic as TensorFlow operations over one flat parameter vector, laid out as {@link ActorCritic} says.
 *
 * <p>One vector instead of a variable for each matrix means one optimizer operation, one copy to the workers and a trivial
 * checkpoint; gradients are taken with respect to the {@link #leaves} cut out of it.
 *
 * <p>Thread safety: used while the graph is built, by one thread.
 */
final class ActorCriticGraph {
    private final Ops tf;
    private final ActorCritic networks;
    private final List<Operand<TFloat32>> leaves = new ArrayList<>();

    /**
     * Cuts the parameters into matrices and biases.
     *
     * @param tf builds operations
     * @param networks gives the shapes; its numbers are not used
     * @param parameters {@code [parameters]}
     */
    ActorCriticGraph(Ops tf, ActorCritic networks, Operand<TFloat32> parameters) {
        this.tf = tf;
        this.networks = networks;
        List<long[]> shapes = new ArrayList<>();
        addShapes(networks.actor(), shapes);
        addShapes(networks.critic(), shapes);
        if (networks.logStandardDeviation().length > 0) {
            shapes.add(new long[] {networks.logStandardDeviation().length});
        }
        int[] sizes =
                shapes.stream().mapToInt(shape -> (int) Shape.of(shape).size()).toArray();
        Iterator<Output<TFloat32>> parts = tf.splitV(
                        parameters, tf.constant(sizes), tf.constant(0), (long) sizes.length)
                .output()
                .iterator();
        for (long[] shape : shapes) {
            leaves.add(tf.reshape(parts.next(), tf.constant(shape)));
        }
    }

    private static void addShapes(Network network, List<long[]> shapes) {
        for (Layer layer : network.layers()) {
            for (int[] shape : layer.parameterShapes()) {
                shapes.add(Arrays.stream(shape).asLongStream().toArray());
            }
        }
    }

    /** Matrices and biases of the actor, then of the critic, then the log standard deviations if there are any. */
    List<Operand<TFloat32>> leaves() {
        return leaves;
    }

    /**
     * The outputs of the actor.
     *
     * @param observations {@code [B, obs]}, normalized
     * @return {@code [B, outputs]}
     */
    Operand<TFloat32> outputs(Operand<TFloat32> observations) {
        return forward(networks.actor(), leaves.iterator(), observations);
    }

    /**
     * The values of the critic.
     *
     * @param observations {@code [B, obs]}, normalized
     * @return {@code [B]}
     */
    Operand<TFloat32> values(Operand<TFloat32> observations) {
        int first = 2 * networks.actor().layers().size();
        Operand<TFloat32> column =
                forward(networks.critic(), leaves.subList(first, leaves.size()).iterator(), observations);
        return tf.reshape(column, tf.constant(new int[] {-1}));
    }

    /** The log standard deviations, {@code [continuous]}, or null if there are no continuous actions. */
    Operand<TFloat32> logStandardDeviation() {
        return networks.logStandardDeviation().length == 0 ? null : leaves.get(leaves.size() - 1);
    }

    private Operand<TFloat32> forward(
            Network network, Iterator<Operand<TFloat32>> parameters, Operand<TFloat32> observations) {
        Operand<TFloat32> signal = observations;
        for (Layer layer : network.layers()) {
            Operand<TFloat32> product = tf.linalg.matMul(signal, parameters.next());
            signal = activate(((DenseLayer) layer).activation(), tf.nn.biasAdd(product, parameters.next()));
        }
        return signal;
    }

    private Operand<TFloat32> activate(Activation activation, Operand<TFloat32> signal) {
        return switch (activation) {
            case IDENTITY -> signal;
            case TANH -> tf.math.tanh(signal);
            case RELU -> tf.nn.relu(signal);
            case SILU -> tf.math.mul(signal, tf.math.sigmoid(signal));
        };
    }
}
