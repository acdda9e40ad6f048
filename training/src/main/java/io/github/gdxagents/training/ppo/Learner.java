package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.tensor.GraphSession;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tensor.ParallelMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

/**
 * The parameters of one behavior's networks, and the steps that improve them: TensorFlow gives the gradient of a minibatch, {@link Adam}
 * applies it.
 *
 * <p>A minibatch is learned from in shards whose gradients are added up: one, or several on as many threads. On a GPU it is one, which
 * works on all samples at once anyway. The result depends on device and shards, but not on the number of threads.
 */
final class Learner implements AutoCloseable {
    /** Most steps that are measured at once: what they need fits in a cache. */
    private static final int MEASURED_STEPS = 1 << 12;

    private final String behavior;
    private final LearnerSettings settings;
    private final MinibatchLayout layout;
    private final GraphSession<LearningGraph> session;
    private final LearningGraph graph;
    private final int shards;
    private final ParallelMap threads;
    private final Adam adam;
    /** What runs are fed: Adam's parameters. */
    private final TFloat32 parameters;

    private Samples samples;

    /**
     * Starts from the networks' parameters.
     *
     * @param networks initialized; only read
     * @param settings of the learner
     * @param device that it happens on
     * @param threads 1, or more to learn from that many shards at once
     * @param wantedShards parts that each minibatch is cut into, 1 or more
     */
    Learner(ActorCritic networks, LearnerSettings settings, LearningDevice device, int threads, int wantedShards) {
        this.settings = settings;
        behavior = networks.behavior().name();
        layout = MinibatchLayout.of(networks, settings.hasReference());
        shards = device.device().isGpu() ? 1 : wantedShards;
        session = new GraphSession<>(device.session(), tf -> new LearningGraph(tf, networks, layout, settings));
        try {
            graph = session.graph();
            this.threads = new ParallelMap(Math.min(shards, threads));
            int count = networks.parameterCount();
            adam = new Adam(count, settings.ppo().adamEpsilon());
            parameters = TFloat32.tensorOf(Shape.of(count));
            restore(networks.parameters(), new float[count], new float[count], 0);
        } catch (RuntimeException | Error failure) { // a device without memory, for example
            Learner unfinished = this;
            try (unfinished) {
                throw failure;
            }
        }
    }

    /** How the samples that it learns from are to be packed. */
    MinibatchLayout layout() {
        return layout;
    }

    Objective objective() {
        return settings.objective();
    }

    /** Copies the samples of an iteration to the device. */
    void upload(Samples iterationSamples) {
        samples = iterationSamples;
        long columns = (long) layout.sequences().length() * layout.width();
        session.write(graph.samples, Shape.of(samples.count(), columns), samples.matrix());
        if (graph.memories != null) {
            Shape shape = Shape.of(samples.count(), layout.sequences().memorySize());
            session.write(graph.memories, shape, samples.memories());
        }
    }

    /**
     * Takes a step down the gradient of a minibatch's loss, clipped, unless the minibatch is further from the old policy than the target
     * KL.
     *
     * @param sequences of the uploaded samples
     * @param now coefficients of this iteration
     * @throws TrainingFault if a loss or the gradient is not finite
     */
    Update step(int[] sequences, Coefficients now) {
        Shard minibatch = gradient(input(sequences, now));
        double norm = Adam.norm(minibatch.gradient);
        double targetKl = settings.ppo().targetKl();
        boolean isNear = targetKl == 0 || minibatch.figures.get(Figure.KL) <= targetKl;
        if (isNear) {
            float scale = Adam.scale(norm, settings.ppo().maxGradientNorm());
            adam.step(minibatch.gradient, scale, now.get(Coefficient.LEARNING_RATE));
            feedParameters();
        }
        Update update = new Update(minibatch.figures, norm, isNear);
        List<String> faults = update.notFinite();
        if (!faults.isEmpty()) {
            throw new TrainingFault("behavior '" + behavior + "', update " + (isNear ? updates() : updates() + 1) + ": "
                    + String.join(", ", faults) + "; expected finite numbers");
        }
        return update;
    }

    /** The clipped gradient that a minibatch would apply, {@code [parameters]}; changes nothing. */
    float[] gradient(int[] sequences, Coefficients now) {
        float[] gradient = gradient(input(sequences, now)).gradient;
        float scale = Adam.scale(Adam.norm(gradient), settings.ppo().maxGradientNorm());
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= scale;
        }
        return gradient;
    }

    /** In the order of the shards, whichever is ready first. */
    private Shard gradient(MinibatchInput minibatch) {
        return threads.map(minibatch.shards(shards), this::gradientOfShard).stream()
                .reduce(Shard::plus)
                .orElseThrow();
    }

    /** Several threads call at once. */
    private Shard gradientOfShard(MinibatchInput shard) {
        float[][] numbers = fetch(shard, graph.gradient, graph.minibatchFigures.vector());
        return new Shard(numbers[0], graph.minibatchFigures.read(numbers[1]));
    }

    /** What a shard contributes. All sums are weighted so that those of the shards add up to the minibatch's. */
    private record Shard(float[] gradient, Figures figures) {
        /** Adds another shard, into the array of this one. */
        Shard plus(Shard other) {
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += other.gradient[k];
            }
            return new Shard(gradient, figures.plus(other.figures));
        }
    }

    /** How far the policy has moved and how random it is, over all uploaded samples. */
    Figures measure(Coefficients now) {
        return measure(now, MEASURED_STEPS);
    }

    /** The same in parts of about so many steps, at least 1. */
    Figures measure(Coefficients now, int stepsAtOnce) {
        int atOnce = Math.max(1, stepsAtOnce / layout.sequences().length());
        Figures mean = null;
        long decisions = 0;
        for (int from = 0; from < samples.count(); from += atOnce) {
            int to = Math.min(samples.count(), from + atOnce);
            int more = samples.decisions(from, to);
            decisions += more;
            Figures part = measure(input(range(from, to), now));
            mean = mean == null ? part : mean.mix(part, (double) more / decisions);
        }
        return mean;
    }

    private Figures measure(MinibatchInput part) {
        return threads
                .map(
                        part.shards(shards),
                        shard -> graph.rolloutFigures.read(fetch(shard, graph.rolloutFigures.vector())[0]))
                .stream()
                .reduce(Figures::plus)
                .orElseThrow();
    }

    /**
     * Takes a step of the natural gradient on all uploaded samples, if the objective has a trust region.
     *
     * @param now coefficients of this iteration
     * @return share of its full length that the step had, 0 if none was taken; NaN without a trust region
     * @throws TrainingFault if the Fisher information, the gradient or the loss is not finite
     */
    double stepInTrustRegion(Coefficients now) {
        return settings.objective().isTrustRegion()
                ? new TrustRegion(behavior, wholeRollout(now), now.options()).step()
                : Double.NaN;
    }

    /** All uploaded samples, as what a step in a trust region is taken on. */
    TrustRegion.Problem wholeRollout(Coefficients now) {
        return new WholeRollout(input(range(0, samples.count()), now));
    }

    private final class WholeRollout implements TrustRegion.Problem {
        private final MinibatchInput all;

        WholeRollout(MinibatchInput all) {
            this.all = all;
        }

        @Override
        public float[] parameters() {
            return Learner.this.parameters();
        }

        @Override
        public void setParameters(float[] tried) {
            adam.set(tried);
            feedParameters();
        }

        @Override
        public double[] gradient() {
            return doubles(fetch(all, graph.trustRegion.gradient)[0]);
        }

        @Override
        public double[] fisherProduct(double[] vector) {
            float[] direction = new float[vector.length];
            for (int i = 0; i < direction.length; i++) {
                direction[i] = (float) vector[i];
            }
            try (TFloat32 along = TFloat32.vectorOf(direction);
                    MinibatchInput.Tensors tensors = all.tensors()) {
                return doubles(
                        GraphSession.run(runner(tensors)
                                .feed(graph.trustRegion.direction, along)
                                .fetch(graph.trustRegion.fisherProduct))[0]);
            }
        }

        @Override
        public double loss() {
            return fetch(all, graph.surrogateLoss)[0][0];
        }

        @Override
        public double kl() {
            return fetch(all, graph.kl)[0][0];
        }

        private static double[] doubles(float[] numbers) {
            return IntStream.range(0, numbers.length)
                    .mapToDouble(i -> numbers[i])
                    .toArray();
        }
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private MinibatchInput input(int[] sequences, Coefficients now) {
        Coefficients scaled = now;
        if (settings.normalizesMinibatches()) {
            Advantages.Scale scale = Advantages.Scale.of(samples.advantages(sequences));
            scaled = now.with(Coefficient.ADVANTAGE_MEAN, scale.mean())
                    .with(Coefficient.ADVANTAGE_FACTOR, 1 / scale.deviation());
        }
        float[] weights = StepWeights.of(samples, sequences, settings.ppo().aggregation());
        return new MinibatchInput(sequences, weights, scaled.vector());
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
    List<GraphDef> placement(int[] sequences, Coefficients now) {
        RunOptions options =
                RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
        try (MinibatchInput.Tensors tensors = input(sequences, now).tensors();
                Result result = runner(tensors)
                        .setOptions(options)
                        .fetch(graph.gradient)
                        .runAndFetchMetadata()) {
            return result.getMetadata().orElseThrow().getPartitionGraphsList();
        }
    }

    /** The current parameters, a copy. */
    float[] parameters() {
        return adam.parameters().clone();
    }

    float[] firstMoments() {
        return adam.firstMoments().clone();
    }

    float[] secondMoments() {
        return adam.secondMoments().clone();
    }

    /** How many steps have been taken, but for those in trust regions. */
    long updates() {
        return adam.steps();
    }

    /** Goes on from saved parameters and moments of Adam. */
    void restore(float[] saved, float[] firstMoments, float[] secondMoments, long updateCount) {
        adam.restore(saved, firstMoments, secondMoments, updateCount);
        feedParameters();
    }

    /** Lets all further runs compute with the parameters as they are. Must not overlap any run. */
    private void feedParameters() {
        parameters.asRawTensor().data().asFloats().write(adam.parameters());
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
