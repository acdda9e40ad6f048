package io.github.gdxagents.training.ppo;

import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
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
    private final List<Signal> leaves = new ArrayList<>();
    private final Map<Layer, Integer> firstLeaf = new IdentityHashMap<>();

    /**
     * Cuts the parameters into matrices and biases.
     *
     * @param tf builds operations
     * @param networks gives the shapes; its numbers are not used
     * @param parameters {@code [parameters]}
     * @param direction {@code [parameters]} along which the outputs are to be differentiated, or null
     */
    ActorCriticGraph(Ops tf, ActorCritic networks, Operand<TFloat32> parameters, Operand<TFloat32> direction) {
        this.tf = tf;
        this.networks = networks;
        List<int[]> shapes = new ArrayList<>();
        for (Layer layer : networks.layers()) {
            firstLeaf.put(layer, shapes.size());
            shapes.addAll(List.of(layer.parameterShapes()));
        }
        int deviations = networks.logStandardDeviation().length;
        if (deviations > 0) {
            shapes.add(new int[] {deviations});
        }
        List<Operand<TFloat32>> values = cut(parameters, shapes);
        List<Operand<TFloat32>> tangents = direction == null ? null : cut(direction, shapes);
        for (int i = 0; i < values.size(); i++) {
            leaves.add(new Signal(tf, values.get(i), tangents == null ? null : tangents.get(i)));
        }
    }

    private List<Operand<TFloat32>> cut(Operand<TFloat32> flat, List<int[]> shapes) {
        int[] sizes = shapes.stream().mapToInt(ActorCriticGraph::size).toArray();
        Iterator<Output<TFloat32>> parts = tf.splitV(flat, tf.constant(sizes), tf.constant(0), (long) sizes.length)
                .output()
                .iterator();
        List<Operand<TFloat32>> tensors = new ArrayList<>();
        for (int[] shape : shapes) {
            Operand<TFloat32> part = parts.next();
            tensors.add(shape.length == 1 ? part : tf.reshape(part, tf.constant(shape)));
        }
        return tensors;
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        return size;
    }

    /** The tensors of all layers in flat order, then the log standard deviations if there are any. */
    List<Operand<TFloat32>> leaves() {
        return leaves.stream().map(Signal::value).toList();
    }

    /** Whether the policy depends on a leaf: all but what only the critic has. */
    boolean isOfPolicy(int leaf) {
        int critics = networks.critic().layers().size()
                - (networks.isShared() ? networks.trunk().layers().size() : 0);
        List<Layer> layers = networks.layers();
        Layer firstOfCritic = layers.get(layers.size() - critics);
        return leaf < firstLeaf.get(firstOfCritic) || isDeviations(leaf);
    }

    /** Whether a leaf is that of the log standard deviations. */
    boolean isDeviations(int leaf) {
        return deviations() != null && leaf == leaves.size() - 1;
    }

    /**
     * Runs the actor, and the critic.
     *
     * @param batch observations and memories
     * @return outputs {@code [B, out]}, values {@code [B]}
     */
    Result run(Batch batch) {
        Memory memory = new Memory(batch);
        Signal observations = Signal.constant(tf, batch.observations());
        List<DensePass> actor = new ArrayList<>();
        List<DensePass> critic = new ArrayList<>();
        Signal actorFeatures = body(networks.actor(), observations, memory, actor);
        Signal criticFeatures =
                networks.isShared() ? actorFeatures : body(networks.critic(), observations, memory, critic);
        Signal outputs = head(networks.actor(), actorFeatures, actor);
        Signal values = head(networks.critic(), criticFeatures, critic);
        return new Result(outputs, Columns.single(tf, values.value()), actor, critic);
    }

    /**
     * Runs the actor alone.
     *
     * @param batch observations and memories
     * @return outputs {@code [B, out]}
     */
    Signal outputs(Batch batch) {
        List<DensePass> passes = new ArrayList<>();
        Signal observations = Signal.constant(tf, batch.observations());
        return head(networks.actor(), body(networks.actor(), observations, new Memory(batch), passes), passes);
    }

    /** The log standard deviations, {@code [continuous]}, or null if there are no continuous actions. */
    Signal deviations() {
        return networks.logStandardDeviation().length == 0 ? null : leaves.get(leaves.size() - 1);
    }

    private Signal body(Network network, Signal inputs, Memory memory, List<DensePass> passes) {
        Signal signal = inputs;
        for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
            signal = layer instanceof DenseLayer dense
                    ? dense(dense, signal, passes)
                    : memory.graph().run(layer, parameters(layer), signal, memory.nextState(layer.stateSize()));
        }
        return signal;
    }

    private Signal head(Network network, Signal features, List<DensePass> passes) {
        return dense((DenseLayer) network.layers().get(network.layers().size() - 1), features, passes);
    }

    private Signal dense(DenseLayer layer, Signal inputs, List<DensePass> passes) {
        Iterator<Signal> parameters = parameters(layer);
        Signal outputs =
                inputs.matMul(parameters.next()).addBias(parameters.next()).activate(layer.activation());
        passes.add(new DensePass(layer.activation(), firstLeaf.get(layer), inputs.value(), outputs.value()));
        return outputs;
    }

    private Iterator<Signal> parameters(Layer layer) {
        return leaves.subList(firstLeaf.get(layer), leaves.size()).iterator();
    }

    /**
     * What the networks give.
     *
     * @param outputs {@code [B, out]}
     * @param values {@code [B]}
     * @param actorPasses what happened in the actor's dense layers, in order
     * @param criticPasses what happened in those that only the critic has
     */
    record Result(
            Signal outputs, Operand<TFloat32> values, List<DensePass> actorPasses, List<DensePass> criticPasses) {}

    /**
     * What happened in a dense layer.
     *
     * @param activation of the layer
     * @param leaf index of its weights among the leaves; that of its biases is the next
     * @param inputs {@code [B, in]}
     * @param outputs {@code [B, out]}
     */
    record DensePass(Activation activation, int leaf, Operand<TFloat32> inputs, Operand<TFloat32> outputs) {}

    /** Hands out the states before the first step of each sequence in the order in which the collector packed them. */
    private final class Memory {
        private final Batch batch;
        private MemoryGraph graph;
        private int offset;

        Memory(Batch batch) {
            this.batch = batch;
        }

        MemoryGraph graph() {
            if (graph == null) {
                graph = new MemoryGraph(tf, networks.sequences().length(), batch.begins());
            }
            return graph;
        }

        Operand<TFloat32> nextState(int size) {
            Operand<TFloat32> state =
                    tf.slice(batch.memories(), tf.constant(new int[] {0, offset}), tf.constant(new int[] {-1, size}));
            offset += size;
            return state;
        }
    }
}
