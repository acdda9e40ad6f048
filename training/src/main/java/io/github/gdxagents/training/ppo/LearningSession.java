package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.concurrent.ParallelMap;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.optimizer.Adam;
import io.github.gdxagents.training.optimizer.TrustRegion;
import io.github.gdxagents.training.tensor.GraphSession;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/**
 * A {@link LearningGraph} on a device, with what it is fed: samples, parameters, and minibatches in shards whose results are combined.
 *
 * <p>On a GPU there is one shard, which works on all samples at once anyway. The result depends on device and shards, but not on the number
 * of threads.
 */
final class LearningSession implements AutoCloseable {
    private final GraphSession<LearningGraph> session;
    private final LearningGraph graph;
    private final int shards;
    private final ParallelMap threads;
    private final TFloat32 parameters;

    /**
     * Builds the graph. Leaves nothing open if that fails.
     *
     * @param threads 1, or more to work on that many shards at once
     * @param wantedShards parts that each minibatch is cut into, 1 or more
     */
    LearningSession(
            ActorCritic networks,
            MinibatchLayout layout,
            LearnerSettings settings,
            LearningDevice device,
            int threads,
            int wantedShards) {
        shards = device.device().isGpu() ? 1 : wantedShards;
        session = new GraphSession<>(device.session(), tf -> new LearningGraph(tf, networks, layout, settings));
        try {
            graph = session.graph();
            parameters = TFloat32.tensorOf(Shape.of(networks.parameterCount()));
            this.threads = new ParallelMap(Math.min(shards, threads));
        } catch (RuntimeException | Error failure) {
            LearningSession unfinished = this;
            try (unfinished) {
                throw failure;
            }
        }
    }

    /** Copies the samples of an iteration to the device. */
    void upload(Samples samples) {
        MinibatchLayout layout = samples.layout();
        long columns = (long) layout.sequences().length() * layout.width();
        session.write(graph.samples, Shape.of(samples.count(), columns), samples.matrix());
        if (graph.memories != null) {
            Shape shape = Shape.of(samples.count(), layout.sequences().memorySize());
            session.write(graph.memories, shape, samples.memories());
        }
    }

    /** Lets all further runs compute with these parameters, which are copied. Must not overlap any run. */
    void setParameters(float[] numbers) {
        parameters.asRawTensor().data().asFloats().write(numbers);
    }

    /** The gradient of a minibatch: that of its shards added up in their order, whichever is ready first. */
    Gradient gradient(MinibatchInput minibatch) {
        return threads
                .map(minibatch.shards(shards), shard -> {
                    float[][] numbers = fetch(shard, graph.gradient, graph.minibatchFigures.vector());
                    return new Gradient(numbers[0], graph.minibatchFigures.read(numbers[1]));
                })
                .stream()
                .reduce(Gradient::plus)
                .orElseThrow();
    }

    /**
     * The gradient of a minibatch's loss, or what a shard contributes: sums are weighted so that those of the shards add up.
     *
     * @param derivatives {@code [parameters]}, not clipped
     * @param figures what was measured
     */
    record Gradient(float[] derivatives, Figures figures) {
        /** Adds another shard, into the array of this one. */
        private Gradient plus(Gradient other) {
            for (int k = 0; k < derivatives.length; k++) {
                derivatives[k] += other.derivatives[k];
            }
            return new Gradient(derivatives, figures.plus(other.figures));
        }
    }

    /** How far the policy has moved and how random it is on some samples. */
    Figures measure(MinibatchInput part) {
        return threads
                .map(
                        part.shards(shards),
                        shard -> graph.rolloutFigures.read(fetch(shard, graph.rolloutFigures.vector())[0]))
                .stream()
                .reduce(Figures::plus)
                .orElseThrow();
    }

    /** Some samples as what a step in a trust region is taken on: the parameters are Adam's, which move without a step of its own. */
    TrustRegion.Problem problem(MinibatchInput samples, Adam adam) {
        return new TrustRegion.Problem() {
            @Override
            public float[] parameters() {
                return adam.parameters().clone();
            }

            @Override
            public void setParameters(float[] parameters) {
                adam.set(parameters);
                LearningSession.this.setParameters(parameters);
            }

            @Override
            public double[] gradient() {
                return doubles(fetch(samples, graph.trustRegion.gradient)[0]);
            }

            @Override
            public double[] fisherProduct(double[] vector) {
                return doubles(LearningSession.this.fisherProduct(samples, vector));
            }

            @Override
            public double loss() {
                return fetch(samples, graph.sumOfPolicyTerms)[0][0];
            }

            @Override
            public double kl() {
                return fetch(samples, graph.kl)[0][0];
            }
        };
    }

    private float[] fisherProduct(MinibatchInput samples, double[] vector) {
        float[] direction = new float[vector.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) vector[i];
        }
        try (TFloat32 along = TFloat32.vectorOf(direction);
                MinibatchInput.Tensors tensors = samples.tensors()) {
            Session.Runner runner = runner(tensors).feed(graph.trustRegion.direction, along);
            return GraphSession.run(runner.fetch(graph.trustRegion.fisherProduct))[0];
        }
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }

    /** The numbers of tensors, which no run changes. Several threads may call at once. */
    @SafeVarargs
    private float[][] fetch(MinibatchInput input, Operand<TFloat32>... wanted) {
        try (MinibatchInput.Tensors tensors = input.tensors()) {
            Session.Runner runner = runner(tensors);
            Arrays.stream(wanted).forEach(runner::fetch);
            return GraphSession.run(runner);
        }
    }

    private Session.Runner runner(MinibatchInput.Tensors tensors) {
        Session.Runner runner = session.runner().feed(graph.parameters, parameters);
        tensors.feed(runner, graph);
        return runner;
    }

    /** What each device computes of the gradient. */
    List<GraphDef> placement(MinibatchInput minibatch) {
        RunOptions options =
                RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
        try (MinibatchInput.Tensors tensors = minibatch.tensors();
                Result result = runner(tensors)
                        .setOptions(options)
                        .fetch(graph.gradient)
                        .runAndFetchMetadata()) {
            return result.getMetadata().orElseThrow().getPartitionGraphsList();
        }
    }

    @Override
    public void close() {
        try (parameters;
                session;
                threads) {
            // from the last to the first, whichever fails
        }
    }
}
