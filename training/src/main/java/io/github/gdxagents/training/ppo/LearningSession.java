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
    private final double targetKl;
    /** Applies what shards contribute; null if the graph does. */
    private final Adam adam;
    /** What shards are fed: a copy of Adam's parameters, or null. */
    private final TFloat32 parameters;

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
        targetKl = settings.targetKl();
        int count = networks.parameterCount();
        adam = computing.shards() == 1 ? null : new Adam(count, settings);
        parameters = adam == null ? null : TFloat32.tensorOf(Shape.of(count));
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

    /**
     * Applies the update of a whole minibatch.
     *
     * @throws IllegalStateException if this session learns in shards: the parameters are not in the graph then
     */
    Figures update(Inputs inputs) {
        if (adam != null) {
            throw new IllegalStateException("the parameters are those of Adam in plain Java; give it a sum of shards");
        }
        try (Feed feed = new Feed(inputs);
                Result result = feed.runner
                        .fetch(learning.figures)
                        .fetch(learning.outcome)
                        .addTarget(learning.update)
                        .run()) {
            float[] outcome = numbers(result, 1);
            return Figures.of(numbers(result, 0), outcome[0], outcome[1] == 1);
        }
    }

    /** What a shard contributes to an update; changes nothing. Several threads may call at once. */
    ShardGradient shardGradient(Inputs shard) {
        try (Feed feed = new Feed(shard)) {
            Session.Runner runner = feed.runner.fetch(learning.wholeGradient).fetch(learning.figures);
            if (targetKl > 0) {
                runner.fetch(learning.kl);
            }
            try (Result result = runner.run()) {
                return new ShardGradient(
                        numbers(result, 0), numbers(result, 1), targetKl > 0 ? numbers(result, 2)[0] : 0);
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
        double norm = Adam.norm(sum.gradient());
        boolean isNear = targetKl == 0 || sum.kl() <= targetKl;
        if (isNear) {
            adam.step(sum.gradient(), adam.scale(norm), scheduled[ScheduledSettings.LEARNING_RATE]);
            feedParameters();
        }
        return Figures.of(sum.figures(), norm, isNear);
    }

    private void feedParameters() {
        parameters.asRawTensor().data().asFloats().write(adam.parameters());
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
        float scale = adam.scale(Adam.norm(sum.gradient()));
        float[] clipped = sum.gradient().clone();
        for (int k = 0; k < clipped.length; k++) {
            clipped[k] *= scale;
        }
        return clipped;
    }

    /** How far the policy has moved. Several threads may call at once. */
    Movement movement(Inputs inputs) {
        return Movement.of(fetch(inputs, learning.movement));
    }

    /** Loss of the policy: negative objective, entropy and reference included. */
    double surrogateLoss(Inputs inputs) {
        return fetch(inputs, learning.surrogateLoss)[0];
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
        return adam == null
                ? learning.parameters.read(session)
                : adam.parameters().clone();
    }

    float[] firstMoments() {
        return adam == null
                ? learning.firstMoments.read(session)
                : adam.firstMoments().clone();
    }

    float[] secondMoments() {
        return adam == null
                ? learning.secondMoments.read(session)
                : adam.secondMoments().clone();
    }

    void writeParameters(float[] numbers) {
        if (adam == null) {
            learning.parameters.write(session, Shape.of(numbers.length), numbers);
        } else {
            System.arraycopy(numbers, 0, adam.parameters(), 0, numbers.length);
            feedParameters();
        }
    }

    void writeMoments(float[] first, float[] second) {
        if (adam == null) {
            learning.firstMoments.write(session, Shape.of(first.length), first);
            learning.secondMoments.write(session, Shape.of(second.length), second);
        } else {
            System.arraycopy(first, 0, adam.firstMoments(), 0, first.length);
            System.arraycopy(second, 0, adam.secondMoments(), 0, second.length);
        }
    }

    /** Frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        session.close();
        graph.close();
        if (parameters != null) {
            parameters.close();
        }
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
            if (parameters != null) {
                runner.feed(learning.parametersInUse, parameters);
            }
        }

        @Override
        public void close() {
            sequences.close();
            weights.close();
            scheduled.close();
        }
    }
}
