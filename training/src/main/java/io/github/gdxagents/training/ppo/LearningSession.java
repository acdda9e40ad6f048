package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Thread safety: none, but for methods that say so; everything is computed on the calling thread.
 */
final class LearningSession implements AutoCloseable {
    /**
     * What every run is fed.
     *
     * @param sequences indices of the uploaded samples, {@code [M]}
     * @param weights {@code [2, M * L]}, see {@link StepWeights}
     * @param scheduled see {@link UpdateSettings#vector}
     */
    record Inputs(int[] sequences, float[] weights, float[] scheduled) {
        /** Cuts them into parts of nearly the same size, in order; fewer if there are fewer sequences. */
        List<Inputs> shards(int wanted) {
            int count = Math.min(wanted, sequences.length);
            if (count == 1) {
                return List.of(this);
            }
            List<Inputs> shards = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                shards.add(range(i * sequences.length / count, (i + 1) * sequences.length / count));
            }
            return shards;
        }

        private Inputs range(int from, int to) {
            int length = weights.length / 2 / sequences.length;
            int steps = (to - from) * length;
            float[] parts = new float[2 * steps];
            System.arraycopy(weights, from * length, parts, 0, steps);
            System.arraycopy(weights, weights.length / 2 + from * length, parts, steps, steps);
            return new Inputs(Arrays.copyOfRange(sequences, from, to), parts, scheduled);
        }
    }

    private final Graph graph = new Graph();
    private final LearningGraph learning;
    private final Session session;
    private final boolean hasTargetKl;

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
        session = new Session(graph, computing.device().session());
        hasTargetKl = settings.targetKl() > 0;
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

    /** Applies the update of a whole minibatch. */
    Figures update(Inputs inputs) {
        try (Feed feed = new Feed(inputs);
                Result result = feed.runner
                        .fetch(learning.figures)
                        .fetch(learning.outcome)
                        .addTarget(learning.update)
                        .run()) {
            return figures(numbers(result, 0), numbers(result, 1));
        }
    }

    /** What a shard contributes to an update; changes nothing. Several threads may call at once. */
    ShardGradient shardGradient(Inputs shard) {
        try (Feed feed = new Feed(shard)) {
            Session.Runner runner = feed.runner.fetch(learning.share).fetch(learning.figures);
            if (hasTargetKl) {
                runner.fetch(learning.shareOfKl);
            }
            try (Result result = runner.run()) {
                return new ShardGradient(
                        numbers(result, 0), numbers(result, 1), hasTargetKl ? numbers(result, 2)[0] : 0);
            }
        }
    }

    /**
     * Applies the update of a minibatch whose shards have been computed.
     *
     * @param sum of all its shards
     * @param scheduled see {@link UpdateSettings#vector}
     */
    Figures update(ShardGradient sum, float[] scheduled) {
        try (TFloat32 settings = TFloat32.vectorOf(scheduled);
                TFloat32 whole = TFloat32.vectorOf(sum.gradient());
                TFloat32 kl = TFloat32.scalarOf((float) sum.kl());
                Result result = session.runner()
                        .feed(learning.scheduled, settings)
                        .feed(learning.whole, whole)
                        .feed(learning.kl, kl)
                        .fetch(learning.outcome)
                        .addTarget(learning.update)
                        .run()) {
            return figures(sum.figures(), numbers(result, 0));
        }
    }

    private static Figures figures(float[] measured, float[] outcome) {
        return Figures.of(measured, outcome[0], outcome[1] == 1);
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

    /** The clipped gradient of a minibatch whose shards have been computed, {@code [parameters]}; changes nothing. */
    float[] gradient(ShardGradient sum) {
        try (TFloat32 whole = TFloat32.vectorOf(sum.gradient());
                Result result = session.runner()
                        .feed(learning.whole, whole)
                        .fetch(learning.gradient)
                        .run()) {
            return numbers(result, 0);
        }
    }

    /** How far the policy has moved. Several threads may call at once. */
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
            return numbers(result, 0);
        }
    }

    private float[] fetch(Inputs inputs, Operand<TFloat32> operand) {
        try (Feed feed = new Feed(inputs);
                Result result = feed.runner.fetch(operand).run()) {
            return numbers(result, 0);
        }
    }

    private static float[] numbers(Result result, int index) {
        TFloat32 tensor = (TFloat32) result.get(index);
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
