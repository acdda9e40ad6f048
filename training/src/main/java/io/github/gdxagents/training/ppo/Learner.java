package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.proto.GraphDef;

/**
 * Improves the parameters of one behavior with TensorFlow: several epochs of shuffled minibatches over the samples of an iteration.
 *
 * <p>Thread safety: none.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347, algorithm 1.
 */
final class Learner implements AutoCloseable {
    /** Most steps that are measured at once: what they need fits in a cache. */
    private static final int MEASURED_STEPS = 1 << 12;

    private final String behavior;
    private final LearnerSettings settings;
    private final SampleLayout layout;
    private final LearningSession session;
    private final int shards;
    private final SideBySide threads;
    private final Optimizer optimizer;
    private Samples samples;
    private long updates;

    /**
     * Starts from the networks' parameters.
     *
     * @param networks initialized; only read
     * @param settings of the learner
     * @param computing what computes it
     */
    Learner(ActorCritic networks, LearnerSettings settings, Computing computing) {
        this.settings = settings;
        behavior = networks.behavior().name();
        layout = SampleLayout.of(networks, settings.hasReference());
        shards = computing.shards();
        session = new LearningSession(
                networks, layout, settings, computing.device().session());
        try {
            threads = new SideBySide(Math.min(shards, computing.threads()));
            int count = networks.parameterCount();
            optimizer = shards == 1
                    ? new DeviceOptimizer(session)
                    : new HostOptimizer(session, count, settings, threads, shards);
            restore(networks.parameters(), new float[count], new float[count], 0);
        } catch (RuntimeException | Error failure) { // a device without memory, for example
            Learner unfinished = this;
            try (unfinished) {
                throw failure;
            }
        }
    }

    /** How the samples that it learns from are to be packed. */
    SampleLayout layout() {
        return layout;
    }

    /**
     * Learns from the samples of an iteration.
     *
     * @param iterationSamples at least one
     * @param epochs how often each sample is used, unless the objective knows better
     * @param minibatchSize about how many decisions an update uses
     * @param now settings of this iteration
     * @param random shuffles
     * @return what each update measured, and how far the policy moved
     * @throws TrainingFault if a loss, a gradient or the Fisher information is not finite
     */
    LearnerReport learn(
            Samples iterationSamples, int epochs, int minibatchSize, UpdateSettings now, RandomStream random) {
        upload(iterationSamples);
        double trustRegionStep = settings.objective().isTrustRegion() ? stepInTrustRegion(now) : Double.NaN;
        int sequencesAtOnce = Math.max(1, minibatchSize / layout.sequences().length());
        Minibatches minibatches = new Minibatches(samples.count(), sequencesAtOnce);
        List<Figures> measured = new ArrayList<>();
        boolean isNear = true;
        for (int epoch = 0; epoch < settings.objective().epochs(epochs) && isNear; epoch++) {
            minibatches.shuffle(random);
            for (int i = 0; i < minibatches.count() && isNear; i++) {
                Figures figures = update(minibatches.get(i), now);
                measured.add(figures);
                isNear = figures.isApplied();
            }
        }
        return new LearnerReport(measured, movement(now, MEASURED_STEPS), trustRegionStep);
    }

    private double stepInTrustRegion(UpdateSettings now) {
        return new TrustRegion(behavior, wholeRollout(now), now.options()).step();
    }

    /** All uploaded samples, as what a step in a trust region is taken on. */
    WholeRollout wholeRollout(UpdateSettings now) {
        return new WholeRollout(session, optimizer, inputs(range(0, samples.count()), now));
    }

    /** Copies samples to the device. */
    void upload(Samples iterationSamples) {
        samples = iterationSamples;
        session.upload(samples);
    }

    /** Applies one minibatch of the uploaded samples, unless it is further from the old policy than the target KL. */
    Figures update(int[] sequences, UpdateSettings now) {
        updates++;
        Figures figures = optimizer.update(inputs(sequences, now));
        List<String> faults = figures.notFinite();
        if (!faults.isEmpty()) {
            throw new TrainingFault("behavior '" + behavior + "', update " + updates + ": " + String.join(", ", faults)
                    + "; expected finite numbers");
        }
        if (!figures.isApplied()) {
            updates--; // Adam has not seen it
        }
        return figures;
    }

    /** The clipped gradient that a minibatch would apply; changes nothing. */
    float[] gradient(int[] sequences, UpdateSettings now) {
        return optimizer.gradient(inputs(sequences, now));
    }

    /** See {@link LearningSession#placement}. */
    List<GraphDef> placement(int[] sequences, UpdateSettings now) {
        return session.placement(inputs(sequences, now));
    }

    /**
     * How far the policy has moved, over all uploaded samples.
     *
     * @param now settings of this iteration
     * @param stepsAtOnce about how many steps are a part, at least 1
     */
    Movement movement(UpdateSettings now, int stepsAtOnce) {
        int atOnce = Math.max(1, stepsAtOnce / layout.sequences().length());
        Movement mean = new Movement(0, 0, 0);
        long decisions = 0;
        for (int from = 0; from < samples.count(); from += atOnce) {
            int to = Math.min(samples.count(), from + atOnce);
            int more = samples.decisions(from, to);
            decisions += more;
            mean = mean.mix(movement(inputs(range(from, to), now)), (double) more / decisions);
        }
        return mean;
    }

    private Movement movement(Inputs inputs) {
        return threads.map(inputs.shards(shards), session::movement).stream()
                .reduce(Movement::plus)
                .orElseThrow();
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    private Inputs inputs(int[] sequences, UpdateSettings now) {
        double learningRate = LearningGraph.correctedLearningRate(now.learningRate(), Math.max(1, updates));
        AdvantageScale advantages = settings.normalizeMinibatchAdvantages()
                ? AdvantageScale.of(samples.advantages(sequences))
                : AdvantageScale.NONE;
        return new Inputs(
                sequences,
                StepWeights.of(samples, sequences, settings.aggregation()),
                now.vector(learningRate, advantages));
    }

    /** The current parameters, a copy. */
    float[] parameters() {
        return optimizer.parameters();
    }

    float[] firstMoments() {
        return optimizer.firstMoments();
    }

    float[] secondMoments() {
        return optimizer.secondMoments();
    }

    long updates() {
        return updates;
    }

    /** Goes on from saved parameters and moments of Adam. */
    void restore(float[] parameters, float[] firstMoments, float[] secondMoments, long updateCount) {
        optimizer.writeParameters(parameters);
        optimizer.writeMoments(firstMoments, secondMoments);
        updates = updateCount;
    }

    @Override
    public void close() {
        try (session;
                threads) {
            // from the last to the first, whichever fails
        }
    }
}
