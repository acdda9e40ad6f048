package io.github.gdxagents.training.tensor;

import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkPass;
import io.github.gdxagents.training.network.Weights;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Runs the networks of a behavior with TensorFlow for all workers: one session, one copy of the parameters on the device.
 *
 * <p>Every run has the same number of rows, a block: batches are cut into blocks, and the last is filled up. With blocks of all sizes the
 * library would choose other ways to add up for other sizes, and what a slot decides would depend on how many others its worker has. Within
 * a block it would do so for the last rows, which don't fill its registers. Of one size that they all fill, all rows are computed alike on the
 * CPU, so that results don't depend on the number of threads; on a GPU nobody promises that.
 *
 * <p>Memory (GRU, LSTM) is not supported.
 *
 * <p>Thread safety: any number of threads; loading must not overlap runs.
 */
public final class DeviceInference implements Inference {
    /** Rows that a CPU multiplies at once are a divisor of it: 3 registers of 4 (SSE), 8 (AVX2) or 16 (AVX-512) floats. */
    static final int ROWS_AT_ONCE = 48;
    /** Rows that keep a CPU's vector units busy; more would make small batches wait for empty rows. */
    static final int LARGEST_BLOCK = 5 * ROWS_AT_ONCE;

    private final int observationSize;
    private final int outputSize;
    private final int block;
    private final GraphSession<InferenceGraph> session;
    private Weights loaded;

    private record InferenceGraph(
            FlatVariable parameters,
            Placeholder<TFloat32> observations,
            Operand<TFloat32> outputsAndValues,
            Operand<TFloat32> values) {}

    /**
     * Builds the graph. Leaves nothing open if that fails.
     *
     * @param networks give the shapes
     * @param slots that decide with the networks in all; the size of a block depends on it
     * @param device that computes
     * @param workers that share it
     * @throws IllegalArgumentException if the networks have memory
     */
    public DeviceInference(ActorCritic networks, int slots, LearningDevice device, int workers) {
        if (networks.memorySize() > 0) {
            throw new IllegalArgumentException(
                    "behavior '" + networks.behavior().name()
                            + "': learner.inference is device, but its networks have memory (network.memory.kind), which is run on the"
                            + " cpu alone; set learner.inference to cpu");
        }
        observationSize = networks.behavior().observation().size();
        outputSize = networks.behavior().action().outputSize();
        block = Math.min(LARGEST_BLOCK, (slots + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE * ROWS_AT_ONCE);
        session = new GraphSession<>(device.inferenceSession(workers), tf -> build(tf, networks));
    }

    private InferenceGraph build(Ops tf, ActorCritic networks) {
        FlatVariable parameters = new FlatVariable(tf, "parameters", Shape.of(networks.parameterCount()));
        Placeholder<TFloat32> observations =
                tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(block, observationSize)));
        ActorCriticGraph.Result result = new ActorCriticGraph(tf, networks, parameters.value(), null)
                .run(new ActorCriticGraph.Steps(observations, null, null));
        Operand<TFloat32> column = tf.reshape(result.values(), tf.constant(new int[] {block, 1}));
        Operand<TFloat32> both = tf.concat(List.of(result.outputs().value(), column), tf.constant(1));
        return new InferenceGraph(parameters, observations, both, result.values());
    }

    @Override
    public NetworkPass pass(int capacity) {
        return new Pass(capacity);
    }

    /** Copies parameters to the device, unless they are there: the first worker of an iteration does it for all. */
    private synchronized void load(Weights weights) {
        if (weights != loaded) {
            session.write(session.graph().parameters, Shape.of(weights.parameters().length), weights.parameters());
            loaded = weights;
        }
    }

    /** What the networks give for {@code [block, obs]}, into an array. */
    private void run(float[] rows, Operand<TFloat32> wanted, float[] results) {
        try (TFloat32 fed = TFloat32.tensorOf(Shape.of(block, observationSize), DataBuffers.of(rows, true, false));
                Result result = session.runner()
                        .feed(session.graph().observations, fed)
                        .fetch(wanted)
                        .run()) {
            ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(results);
        }
    }

    /** Rows of a run. */
    int block() {
        return block;
    }

    @Override
    public void close() {
        session.close();
    }

    /** A worker's way in: cuts its batch into blocks. */
    private final class Pass implements NetworkPass {
        /** {@code [block, obs]}. */
        private final float[] rows = new float[block * observationSize];
        /** {@code [block, outputs + 1]}. */
        private final float[] results = new float[block * (outputSize + 1)];
        /** {@code [block]}. */
        private final float[] blockValues = new float[block];

        private final float[][] outputs;
        private final float[][] values;

        Pass(int capacity) {
            outputs = new float[capacity][outputSize];
            values = new float[capacity][1];
        }

        @Override
        public void load(Weights weights) {
            DeviceInference.this.load(weights);
        }

        @Override
        public float[][] run(float[][] inputs, float[][] states, int count) {
            for (int from = 0; from < count; from += block) {
                int size = fill(inputs, from, count);
                DeviceInference.this.run(rows, session.graph().outputsAndValues, results);
                for (int i = 0; i < size; i++) {
                    System.arraycopy(results, i * (outputSize + 1), outputs[from + i], 0, outputSize);
                    values[from + i][0] = results[i * (outputSize + 1) + outputSize];
                }
            }
            return outputs;
        }

        @Override
        public void runCritic(float[][] inputs, float[][] states, int count) {
            for (int from = 0; from < count; from += block) {
                int size = fill(inputs, from, count);
                DeviceInference.this.run(rows, session.graph().values, blockValues);
                for (int i = 0; i < size; i++) {
                    values[from + i][0] = blockValues[i];
                }
            }
        }

        /** Gives how many rows of the block are used; what earlier batches left in the others is computed too, and ignored. */
        private int fill(float[][] inputs, int from, int count) {
            int size = Math.min(block, count - from);
            for (int i = 0; i < size; i++) {
                System.arraycopy(inputs[from + i], 0, rows, i * observationSize, observationSize);
            }
            return size;
        }

        @Override
        public int stateSize() {
            return 0;
        }

        @Override
        public float[][] values() {
            return values;
        }
    }
}
