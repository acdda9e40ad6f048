package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Improves the parameters of one behavior with TensorFlow: several epochs of shuffled minibatches over the samples of an iteration.
 *
 * <p>Thread safety: none; it uses up to two threads of its own.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, algorithm 1.
 */
final class Learner implements AutoCloseable {
    private final ActorCritic networks;
    private final Graph graph = new Graph();
    private final LearningGraph learning;
    private final Session session;
    private long updates;

    /**
     * Builds the graph and starts from the networks' parameters.
     *
     * @param networks initialized; only read
     * @param settings of the loss
     * @param objective what the policy maximizes
     * @param threads 1, or more to let actor and critic be computed side by side; changes no result
     */
    Learner(ActorCritic networks, LossSettings settings, Objective objective, int threads) {
        this.networks = networks;
        learning = new LearningGraph(Ops.create(graph), networks, settings, objective);
        session = new Session(graph, configuration(threads));
        int count = networks.parameterCount();
        write(networks.parameters(), new float[count], new float[count]);
    }

    private static ConfigProto configuration(int threads) {
        // A single thread within an operation: more would change the last bits of sums, and so the run.
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(Math.min(threads, 2))
                .setAllowSoftPlacement(true);
        if (threads == 1) {
            config.setExperimental(ConfigProto.Experimental.newBuilder().setExecutorType("SINGLE_THREADED_EXECUTOR"));
        }
        return config.build();
    }

    /**
     * Learns from the samples of an iteration.
     *
     * @param samples at least one
     * @param epochs how often each sample is used
     * @param minibatchSize about how many samples an update uses
     * @param settings of this iteration
     * @param random shuffles
     * @return what each update measured
     * @throws TrainingFault if a loss or the gradient is not finite
     */
    LearnerReport learn(Samples samples, int epochs, int minibatchSize, UpdateSettings settings, RandomStream random) {
        upload(samples);
        List<Figures> measured = new ArrayList<>();
        Minibatches minibatches = new Minibatches(samples.count(), minibatchSize);
        for (int epoch = 0; epoch < epochs; epoch++) {
            minibatches.shuffle(random);
            for (int i = 0; i < minibatches.count(); i++) {
                measured.add(update(minibatches.get(i), settings));
            }
        }
        return new LearnerReport(measured);
    }

    /** Copies samples to the device. */
    void upload(Samples samples) {
        learning.samples.write(
                session, Shape.of(samples.count(), Samples.width(networks.behavior())), samples.matrix());
    }

    /** Applies one minibatch of the uploaded samples. */
    Figures update(int[] indices, UpdateSettings settings) {
        updates++;
        try (TInt32 rows = TInt32.tensorOf(Shape.of(indices.length), DataBuffers.of(indices, true, true));
                TFloat32 scheduled = scheduled(settings);
                Result result = session.runner()
                        .feed(learning.indices, rows)
                        .feed(learning.scheduled, scheduled)
                        .fetch(learning.figures)
                        .addTarget(learning.update)
                        .run()) {
            Figures figures = Figures.of(numbers((TFloat32) result.get(0)));
            if (!figures.isFinite()) {
                throw new TrainingFault("behavior '" + networks.behavior().name() + "', update " + updates
                        + ": a loss or the gradient is not finite: " + figures
                        + ". The last checkpoint is good; go on from it with a lower learning rate");
            }
            return figures;
        }
    }

    /** The clipped gradient that a minibatch would apply; changes nothing. */
    float[] gradient(int[] indices, UpdateSettings settings) {
        try (TInt32 rows = TInt32.tensorOf(Shape.of(indices.length), DataBuffers.of(indices, true, true));
                TFloat32 scheduled = scheduled(settings);
                Result result = session.runner()
                        .feed(learning.indices, rows)
                        .feed(learning.scheduled, scheduled)
                        .fetch(learning.gradient)
                        .run()) {
            return numbers((TFloat32) result.get(0));
        }
    }

    private TFloat32 scheduled(UpdateSettings settings) {
        return TFloat32.vectorOf(
                (float) LearningGraph.correctedLearningRate(settings.learningRate(), Math.max(1, updates)),
                (float) settings.clipRangeLower(),
                (float) settings.clipRangeUpper(),
                (float) settings.entropyCoefficient());
    }

    private static float[] numbers(TFloat32 tensor) {
        float[] numbers = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(numbers);
        return numbers;
    }

    /** The current parameters, a copy. */
    float[] parameters() {
        return learning.parameters.read(session);
    }

    float[] firstMoments() {
        return learning.firstMoments.read(session);
    }

    float[] secondMoments() {
        return learning.secondMoments.read(session);
    }

    long updates() {
        return updates;
    }

    /** Goes on from saved parameters and moments of Adam. */
    void restore(float[] parameters, float[] firstMoments, float[] secondMoments, long updateCount) {
        networks.setParameters(parameters);
        write(parameters, firstMoments, secondMoments);
        updates = updateCount;
    }

    private void write(float[] parameters, float[] firstMoments, float[] secondMoments) {
        Shape shape = Shape.of(parameters.length);
        learning.parameters.write(session, shape, parameters);
        learning.firstMoments.write(session, shape, firstMoments);
        learning.secondMoments.write(session, shape, secondMoments);
    }

    /** Frees what TensorFlow holds. The session goes first: a graph with an open session blocks for ever. */
    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
