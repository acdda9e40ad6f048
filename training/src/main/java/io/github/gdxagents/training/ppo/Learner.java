package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.optimizer.Adam;
import io.github.gdxagents.training.optimizer.TrustRegion;
import io.github.gdxagents.training.tensor.LearningDevice;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.proto.GraphDef;

/**
 * The parameters of one behavior's networks, and the steps that improve them: TensorFlow gives the gradient of a minibatch's {@link Loss},
 * {@link Adam} applies it.
 */
final class Learner implements AutoCloseable {
    /** Most steps that are measured at once: what they need fits in a cache. */
    private static final int MEASURED_STEPS = 1 << 12;

    private final String behavior;
    private final LearnerSettings settings;
    private final MinibatchLayout layout;
    private final LearningSession session;
    private final Adam adam;
    private final int deviations;
    private Samples samples;

    /** Starts from the parameters of the networks, which are only read; for device, threads and shards see {@link LearningSession}. */
    Learner(ActorCritic networks, LearnerSettings settings, LearningDevice device, int threads, int shards) {
        this.settings = settings;
        behavior = networks.behavior().name();
        layout = MinibatchLayout.of(networks, settings.hasReference());
        session = new LearningSession(networks, layout, settings, device, threads, shards);
        int count = networks.parameterCount();
        deviations = networks.logStandardDeviation().length;
        adam = new Adam(count, settings.ppo().adamEpsilon());
        restore(networks.parameters(), new float[count], new float[count], 0);
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
        session.upload(samples);
    }

    /**
     * Takes a step down the gradient of a minibatch's loss, clipped, unless the minibatch is further from the old policy
     * than the target KL.
     *
     * @param sequences of the uploaded samples
     * @param now coefficients of this iteration
     * @throws TrainingFault if a loss or the gradient is not finite
     */
    Update step(int[] sequences, Coefficients now) {
        LearningSession.Gradient gradient = session.gradient(input(sequences, now));
        double norm = Adam.norm(gradient.derivatives());
        double targetKl = settings.ppo().targetKl();
        boolean isNear = targetKl == 0 || gradient.figures().get(Figure.KL) <= targetKl;
        if (isNear) {
            float scale = Adam.scale(norm, settings.ppo().maxGradientNorm());
            adam.step(gradient.derivatives(), scale, now.get(Coefficient.LEARNING_RATE));
            keepDeviations();
            session.setParameters(adam.parameters());
        }
        Update update = new Update(gradient.figures(), norm, isNear);
        List<String> faults = update.notFinite();
        if (!faults.isEmpty()) {
            throw new TrainingFault("behavior '" + behavior + "', update " + (isNear ? updates() : updates() + 1) + ": "
                    + String.join(", ", faults) + "; expected finite numbers");
        }
        return update;
    }

    /** No smaller than the floor; they are the last of the parameters. */
    private void keepDeviations() {
        float[] parameters = adam.parameters();
        for (int k = parameters.length - deviations; k < parameters.length; k++) {
            parameters[k] = Math.max(parameters[k], (float) settings.smallestLogDeviation());
        }
    }

    /** A minibatch as the graph is fed it. */
    private MinibatchInput input(int[] sequences, Coefficients now) {
        Coefficients scaled = now;
        if (settings.normalizesMinibatches()) {
            Samples.AdvantageScale scale = Samples.AdvantageScale.of(samples.advantages(sequences));
            scaled = now.with(Coefficient.ADVANTAGE_MEAN, scale.mean())
                    .with(Coefficient.ADVANTAGE_FACTOR, 1 / scale.deviation());
        }
        float[] weights = StepWeights.of(samples, sequences, settings.ppo().aggregation());
        return new MinibatchInput(sequences, weights, scaled.vector());
    }

    /** The clipped gradient that a minibatch would apply, {@code [parameters]}; changes nothing. */
    float[] gradient(int[] sequences, Coefficients now) {
        float[] gradient = session.gradient(input(sequences, now)).derivatives();
        float scale = Adam.scale(Adam.norm(gradient), settings.ppo().maxGradientNorm());
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= scale;
        }
        return gradient;
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
            Figures part = session.measure(input(IntStream.range(from, to).toArray(), now));
            mean = mean == null ? part : mean.mix(part, (double) more / decisions);
        }
        return mean;
    }

    /**
     * Takes a step of the natural gradient on all uploaded samples, if the objective has a trust region.
     *
     * @param now coefficients of this iteration
     * @return share of its full length that the step had, 0 if none was taken; NaN without a trust region
     * @throws TrainingFault if the Fisher information, the gradient or the loss is not finite
     */
    double stepInTrustRegion(Coefficients now) {
        if (!settings.isTrustRegion()) {
            return Double.NaN;
        }
        try {
            double step = TrustRegionObjective.trustRegion(now.options()).step(wholeRollout(now));
            keepDeviations();
            session.setParameters(adam.parameters());
            return step;
        } catch (ArithmeticException fault) {
            throw new TrainingFault("behavior '" + behavior + "', trust region: " + fault.getMessage(), fault);
        }
    }

    /** All uploaded samples, as what a step in a trust region is taken on. */
    TrustRegion.Problem wholeRollout(Coefficients now) {
        return session.problem(input(IntStream.range(0, samples.count()).toArray(), now), adam);
    }

    /** What each device computes of the gradient. */
    List<GraphDef> placement(int[] sequences, Coefficients now) {
        return session.placement(input(sequences, now));
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
    void restore(float[] parameters, float[] firstMoments, float[] secondMoments, long updateCount) {
        adam.restore(parameters, firstMoments, secondMoments, updateCount);
        session.setParameters(parameters);
    }

    @Override
    public void close() {
        session.close();
    }
}
