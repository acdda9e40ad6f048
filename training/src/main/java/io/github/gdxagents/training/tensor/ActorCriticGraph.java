package io.github.gdxagents.training.tensor;

import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.training.network.ActorCritic;
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
 * <p>One vector instead of a variable for each matrix means a single copy to device and workers and a trivial
 * checkpoint; gradients are taken with respect to the {@link #leaves} cut out of it.
 */
public final class ActorCriticGraph {
    private final Ops tf;
    private final ActorCritic networks;
    private final List<DualTensor> leaves = new ArrayList<>();
    private final Map<Layer, Integer> firstLeaf = new IdentityHashMap<>();

    /**
     * Cuts the parameters into matrices and biases.
     *
     * @param tf builds operations
     * @param networks gives the shapes; its numbers are not used
     * @param parameters {@code [parameters]}
     * @param direction {@code [parameters]} along which the outputs are to be differentiated, or null
     */
    public ActorCriticGraph(Ops tf, ActorCritic networks, Operand<TFloat32> parameters, Operand<TFloat32> direction) {
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
            leaves.add(new DualTensor(tf, values.get(i), tangents == null ? null : tangents.get(i)));
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

    /**
     * {@return what gradients are taken with respect to: the tensors of all layers in flat order, then the log standard
     * deviations if there are any}
     */
    public List<Operand<TFloat32>> leaves() {
        return leaves.stream().map(DualTensor::value).toList();
    }

    /** {@return whether the policy depends on the leaf of an index: on all but what only the critic has} */
    public boolean isOfPolicy(int leaf) {
        int critics = networks.critic().layers().size()
                - (networks.isShared() ? networks.trunk().layers().size() : 0);
        List<Layer> layers = networks.layers();
        Layer firstOfCritic = layers.get(layers.size() - critics);
        return leaf < firstLeaf.get(firstOfCritic) || isDeviations(leaf);
    }

    /** {@return whether the leaf of an index is the log standard deviations: the last, with continuous actions} */
    public boolean isDeviations(int leaf) {
        return deviations() != null && leaf == leaves.size() - 1;
    }

    /** {@return what actor and critic give} */
    public Result run(Steps steps) {
        Memory memory = new Memory(steps);
        DualTensor observations = DualTensor.constant(tf, steps.observations());
        DualTensor actorFeatures = body(networks.actor(), observations, memory);
        DualTensor criticFeatures = networks.isShared() ? actorFeatures : body(networks.critic(), observations, memory);
        DualTensor outputs = head(networks.actor(), actorFeatures);
        DualTensor values = head(networks.critic(), criticFeatures);
        return new Result(outputs, TensorMath.onlyColumn(tf, values.value()));
    }

    /** {@return {@code [B, out]}: what the actor alone gives} */
    public DualTensor outputs(Steps steps) {
        DualTensor observations = DualTensor.constant(tf, steps.observations());
        return head(networks.actor(), body(networks.actor(), observations, new Memory(steps)));
    }

    /** {@return {@code [continuous]}: log standard deviations of continuous actions, or null if there are none} */
    public DualTensor deviations() {
        return networks.logStandardDeviation().length == 0 ? null : leaves.get(leaves.size() - 1);
    }

    private DualTensor body(Network network, DualTensor inputs, Memory memory) {
        DualTensor signal = inputs;
        for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
            if (layer instanceof DenseLayer dense) {
                signal = dense(dense, signal);
            } else if (layer instanceof ObservationEncoder encoder) {
                signal = new EncoderGraph(tf, encoder, parameters(layer), signal.value()).run();
            } else {
                signal = memory.graph().run(layer, parameters(layer), signal, memory.nextState(layer.stateSize()));
            }
        }
        return signal;
    }

    private DualTensor head(Network network, DualTensor features) {
        return dense((DenseLayer) network.layers().get(network.layers().size() - 1), features);
    }

    private DualTensor dense(DenseLayer layer, DualTensor inputs) {
        Iterator<DualTensor> parameters = parameters(layer);
        return inputs.matMul(parameters.next()).addBias(parameters.next()).activate(layer.activation());
    }

    private Iterator<DualTensor> parameters(Layer layer) {
        return leaves.subList(firstLeaf.get(layer), leaves.size()).iterator();
    }

    /**
     * What networks are run on.
     *
     * @param observations {@code [B, obs]}, normalized
     * @param memories {@code [M, memory]} before the first step of each sequence, or null without memory
     * @param begins {@code [B, 1]}: 1 where an episode begins, or null without memory
     */
    public record Steps(Operand<TFloat32> observations, Operand<TFloat32> memories, Operand<TFloat32> begins) {}

    /**
     * What the networks give.
     *
     * @param outputs {@code [B, out]}
     * @param values {@code [B]}
     */
    public record Result(DualTensor outputs, Operand<TFloat32> values) {}

    /** Hands out the states before the first step of each sequence in the order in which the collector packed them. */
    private final class Memory {
        private final Steps steps;
        private MemoryGraph graph;
        private int offset;

        Memory(Steps steps) {
            this.steps = steps;
        }

        MemoryGraph graph() {
            if (graph == null) {
                graph = new MemoryGraph(tf, networks.sequences().length(), steps.begins());
            }
            return graph;
        }

        Operand<TFloat32> nextState(int size) {
            Operand<TFloat32> state =
                    tf.slice(steps.memories(), tf.constant(new int[] {0, offset}), tf.constant(new int[] {-1, size}));
            offset += size;
            return state;
        }
    }
}
