package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Inference;
import io.github.gdxagents.training.rollout.NetworkPass;
import io.github.gdxagents.training.rollout.Weights;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Runs the networks of a behavior with TensorFlow for all workers: one session, one copy of the parameters on the device.
 *
 * <p>Every run has the same number of rows, a block: batches are cut into blocks, and the last is filled up. With blocks of all sizes the
 * library would choose other ways to add up for other sizes, and what a slot decides would depend on how many others its worker has. Of one
 * size, all rows are computed alike on the CPU, so that results don't depend on the number of threads; on a GPU nobody promises that.
 *
 * <p>Memory (GRU, LSTM) is not supported.
 *
 * <p>Thread safety: any number of threads; {@link #load} must not overlap runs.
 */
final class DeviceInference implements Inference {
    /** Rows that keep a CPU's vector units busy; more would make small batches wait for empty rows. */
    static final int LARGEST_BLOCK = 256;

    private final int observationSize;
    private final int outputSize;
    private final int block;
    private final Graph graph;
    private final FlatVariable parameters;
    private final Placeholder<TFloat32> observations;
    private final Operand<TFloat32> outputsAndValues;
    private final Operand<TFloat32> values;
    private final Session session;
    private Weights loaded;

    /**
     * Builds the graph. Leaves nothing open if that fails.
     *
     * @param networks give the shapes
     * @param slots that decide with the networks in all; the size of a block depends on it
     * @param device that computes
     * @param workers that share it
     * @throws IllegalArgumentException if the networks have memory
     */
    DeviceInference(ActorCritic networks, int slots, LearningDevice device, int workers) {
        if (networks.memorySize() > 0) {
            throw new IllegalArgumentException(
                    "behavior '" + networks.behavior().name()
                            + "': learner.inference is device, but its networks have memory (network.memory.kind), which is run on the"
                            + " cpu alone; set learner.inference to cpu");
        }
        observationSize = networks.behavior().observation().size();
        outputSize = networks.behavior().action().outputSize();
        block = Math.min(LARGEST_BLOCK, slots);
        graph = new Graph();
        try {
            Ops tf = Ops.create(graph);
            parameters = new FlatVariable(tf, "parameters", Shape.of(networks.parameterCount()));
            observations = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(block, observationSize)));
            ActorCriticGraph.Result result =
                    new ActorCriticGraph(tf, networks, parameters.value(), null).run(Batch.of(observations));
            values = result.values();
            outputsAndValues = tf.concat(
                    List.of(result.outputs().value(), tf.reshape(values, tf.constant(new int[] {block, 1}))),
                    tf.constant(1));
            session = new Session(graph, device.inferenceSession(workers));
        } catch (RuntimeException | Error failure) {
            try (graph) {
                throw failure;
            }
        }
    }

    @Override
    public NetworkPass pass(int capacity) {
        return new DevicePass(this, capacity);
    }

    /** Copies parameters to the device, unless they are there: the first worker of an iteration does it for all. */
    synchronized void load(Weights weights) {
        if (weights != loaded) {
            parameters.write(session, Shape.of(weights.parameters().length), weights.parameters());
            loaded = weights;
        }
    }

    /** {@code [block, outputs + 1]}: what actor and critic give for {@code [block, obs]}. */
    void run(float[] rows, float[] results) {
        run(rows, outputsAndValues, results);
    }

    /** {@code [block]}: what the critic gives for {@code [block, obs]}. */
    void runCritic(float[] rows, float[] results) {
        run(rows, values, results);
    }

    private void run(float[] rows, Operand<TFloat32> wanted, float[] results) {
        try (TFloat32 fed = TFloat32.tensorOf(Shape.of(block, observationSize), DataBuffers.of(rows, true, false));
                Result result =
                        session.runner().feed(observations, fed).fetch(wanted).run()) {
            ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(results);
        }
    }

    /** Rows of a run. */
    int block() {
        return block;
    }

    int observationSize() {
        return observationSize;
    }

    int outputSize() {
        return outputSize;
    }

    /** Waits for runs, then frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        try (graph;
                session) {
            // from the last to the first, whichever fails
        }
    }
}
