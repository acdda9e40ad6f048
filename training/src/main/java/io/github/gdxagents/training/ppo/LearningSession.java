package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A {@link LearningGraph} with its variables on the device, and the ways in and out.
 *
 * <p>Thread safety: none; it uses up to two threads of its own.
 */
final class LearningSession implements AutoCloseable {
    /**
     * What every run is fed.
     *
     * @param sequences indices of the uploaded samples, {@code [M]}
     * @param weights {@code [2, M * L]}, see {@link StepWeights}
     * @param scheduled see {@link UpdateSettings#vector}
     */
    record Inputs(int[] sequences, float[] weights, float[] scheduled) {}

    private final Graph graph = new Graph();
    private final LearningGraph learning;
    private final Session session;

    /**
     * Builds the graph; parameters must be written before anything else.
     *
     * @param networks give the shapes
     * @param layout of the samples
     * @param settings of the learner
     * @param computing what computes it
     */
    LearningSession(ActorCritic networks, SampleLayout layout, LearnerSettings settings, Computing computing) {
        learning = new LearningGraph(Ops.create(graph), networks, layout, settings);
        session = new Session(graph, computing.device().session(computing.threads()));
    }

    /** Copies samples to the device. */
    void upload(Samples samples) {
        SampleLayout layout = samples.layout();
        long columns = (long) layout.sequences().length() * layout.width();
        learning.samples.write(session, Shape.of(samples.count(), columns), samples.matrix());
        if (learning.memories != null) {
            Shape shape = Shape.of(samples.count(), layout.sequences().memorySize());
            learning.memories.write(session, shape, samples.memories());
        }
    }

    /** Applies an update and gives its {@link Figures}. */
    Figures update(Inputs inputs) {
        try (Feed feed = new Feed(inputs);
                Result result = feed.runner
                        .fetch(learning.figures)
                        .addTarget(learning.update)
                        .run()) {
            return Figures.of(numbers(result));
        }
    }

    /** The clipped gradient of an update, {@code [parameters]}; changes nothing. */
    float[] gradient(Inputs inputs) {
        return fetch(inputs, learning.gradient);
    }

    /** What each device computes of {@link #gradient}. */
    List<GraphDef> placement(Inputs inputs) {
        RunOptions options =
                RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
        try (Feed feed = new Feed(inputs);
                Result result =
                        feed.runner.setOptions(options).fetch(learning.gradient).runAndFetchMetadata()) {
            return result.getMetadata().orElseThrow().getPartitionGraphsList();
        }
    }

    Movement movement(Inputs inputs) {
        return Movement.of(fetch(inputs, learning.movement));
    }

    /** See {@link TrustRegionGraph#gradient}. */
    float[] policyGradient(Inputs inputs) {
        return fetch(inputs, learning.trustRegion.gradient);
    }

    /** See {@link TrustRegionGraph#fisherProduct}. */
    float[] fisherProduct(Inputs inputs, float[] direction) {
        try (Feed feed = new Feed(inputs);
                TFloat32 along = TFloat32.vectorOf(direction);
                Result result = feed.runner
                        .feed(learning.trustRegion.direction, along)
                        .fetch(learning.trustRegion.fisherProduct)
                        .run()) {
            return numbers(result);
        }
    }

    private float[] fetch(Inputs inputs, Operand<TFloat32> operand) {
        try (Feed feed = new Feed(inputs);
                Result result = feed.runner.fetch(operand).run()) {
            return numbers(result);
        }
    }

    private static float[] numbers(Result result) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] numbers = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(numbers);
        return numbers;
    }

    float[] parameters() {
        return learning.parameters.read(session);
    }

    float[] firstMoments() {
        return learning.firstMoments.read(session);
    }

    float[] secondMoments() {
        return learning.secondMoments.read(session);
    }

    void writeParameters(float[] parameters) {
        learning.parameters.write(session, Shape.of(parameters.length), parameters);
    }

    void writeMoments(float[] first, float[] second) {
        learning.firstMoments.write(session, Shape.of(first.length), first);
        learning.secondMoments.write(session, Shape.of(second.length), second);
    }

    /** Frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        session.close();
        graph.close();
    }

    /** The tensors of a run. */
    private final class Feed implements AutoCloseable {
        private final TInt32 sequences;
        private final TFloat32 weights;
        private final TFloat32 scheduled;
        private final Session.Runner runner;

        Feed(Inputs inputs) {
            sequences = TInt32.tensorOf(
                    Shape.of(inputs.sequences().length), DataBuffers.of(inputs.sequences(), true, false));
            weights = TFloat32.tensorOf(
                    Shape.of(2, inputs.weights().length / 2), DataBuffers.of(inputs.weights(), true, false));
            scheduled = TFloat32.vectorOf(inputs.scheduled());
            runner = session.runner()
                    .feed(learning.indices, sequences)
                    .feed(learning.weights, weights)
                    .feed(learning.scheduled, scheduled);
        }

        @Override
        public void close() {
            sequences.close();
            weights.close();
            scheduled.close();
        }
    }
}
