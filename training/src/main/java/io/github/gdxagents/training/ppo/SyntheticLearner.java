package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tensor.OperationPlacement;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A learner of a made-up problem, to compare devices by and to time: networks and a random rollout, the same wherever they are made.
 *
 * <p>The policy that collected had mean 0 in all continuous actions and all choices equally likely: nearly that of new networks, so that
 * ratios begin near 1 and no gradient is clipped away.
 */
public final class SyntheticLearner implements AutoCloseable {
    private static final int CHOICES = 4;

    private final TrainingConfig config;
    private final ActorCritic networks;
    private final Samples samples;
    private final Learner learner;
    private final RandomStream random = RandomStream.of(1);

    private SyntheticLearner(
            LearningDevice device,
            int threads,
            int observations,
            int continuous,
            String activation,
            int width,
            int count) {
        ConfigLoader loader = ConfigLoader.forGame("synthetic", SimulationSettings.none());
        for (String setting : new String[] {
            "network.hidden=[" + width + ", " + width + "]",
            "network.activation=" + activation,
            "network.initialLogStandardDeviation=-0.5",
            "normalization.advantages=minibatch",
            "ppo.objective=clip",
            "ppo.learningRate=3e-4",
            "ppo.entropyCoefficient=0.005",
            "ppo.maxGradientNorm=0.5"
        }) {
            loader.set(setting, "synthetic problem");
        }
        config = loader.load();
        networks = new ActorCritic(behavior(observations, continuous), config.network());
        double logDeviation = config.network().initialLogStandardDeviation();
        Initialization.apply(networks, logDeviation, RandomStream.of(1, width));
        MinibatchLayout layout = MinibatchLayout.of(networks, false);
        samples = Samples.of(
                layout,
                new MinibatchLayout.Source(
                        rollout(count, logDeviation),
                        ObservationNormalizer.identity(observations),
                        networks.logStandardDeviation(),
                        null,
                        Samples.AdvantageScale.NONE),
                null);
        learner = new Learner(networks, LearnerSettings.of(config, null), device, threads, threads);
        try {
            learner.upload(samples);
        } catch (RuntimeException | Error failure) { // a device without memory, for example
            try (learner) {
                throw failure;
            }
        }
    }

    /**
     * Makes one with every kind of action.
     *
     * @param device that learns
     * @param threads that learn, each from a shard of every minibatch
     * @param width of two hidden layers, each of policy and value function, at least 1
     * @param samples of an iteration, at least 1
     * @return to be closed
     */
    public static SyntheticLearner mixed(LearningDevice device, int threads, int width, int samples) {
        return new SyntheticLearner(device, threads, 16, 2, "tanh", width, samples);
    }

    /** {@return the same with the bundled lander's networks: 8 observations, a branch of four choices, relu layers} */
    public static SyntheticLearner lander(LearningDevice device, int threads, int width, int samples) {
        return new SyntheticLearner(device, threads, 8, 0, "relu", width, samples);
    }

    private static BehaviorSpec behavior(int observations, int continuous) {
        ActionSpec.Builder action = ActionSpec.builder();
        for (int k = 0; k < continuous; k++) {
            action.continuous("action" + k);
        }
        String[] names = IntStream.range(0, CHOICES).mapToObj(c -> "choice" + c).toArray(String[]::new);
        return BehaviorSpec.builder("synthetic")
                .observation(ObservationSpec.builder().add("x", observations).build())
                .action(action.branch("branch", names).build())
                .build();
    }

    /** One slot's decisions. */
    private Rollout rollout(int count, double logDeviation) {
        RandomStream random = RandomStream.of(2);
        Rollout rollout = new Rollout(networks.behavior(), count, 1, networks.sequences());
        rollout.lengths[0] = count;
        Arrays.fill(rollout.statuses, StepStatus.RUNNING);
        Arrays.fill(rollout.allowed, true);
        int observations = networks.behavior().observation().size();
        int continuous = networks.behavior().action().continuousSize();
        for (int t = 0; t < count; t++) {
            for (int k = 0; k < observations; k++) {
                rollout.observations[t * observations + k] = random.nextGaussian();
            }
            double logProbability = -Math.log(CHOICES);
            for (int k = 0; k < continuous; k++) {
                double deviate = random.nextGaussian();
                rollout.continuous[t * continuous + k] = (float) (deviate * Math.exp(logDeviation));
                logProbability -= 0.5 * deviate * deviate + logDeviation + 0.5 * Math.log(2 * Math.PI);
            }
            rollout.choices[t] = random.nextInt(CHOICES);
            rollout.logProbabilities[t] = (float) logProbability;
            rollout.values[t] = random.nextGaussian();
            rollout.advantages[t] = random.nextGaussian();
            rollout.returns[t] = rollout.values[t] + rollout.advantages[t];
        }
        return rollout;
    }

    /**
     * Learns one iteration's worth: copies the samples to the device, takes the steps, measures.
     *
     * @param epochs passes over the samples, at least 1
     * @param minibatch samples of an update, at least 1; the samples are dealt into a whole number of about that size
     * @return what it took
     */
    public Time learn(int epochs, int minibatch) {
        long start = System.nanoTime();
        learner.upload(samples);
        int updates = BehaviorTrainer.learn(learner, samples, epochs, minibatch, coefficients(), random)
                .size();
        learner.measure(coefficients());
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Time(updates, (long) epochs * samples.count(), seconds);
    }

    /** {@return where TensorFlow computes the gradient of all samples} */
    public OperationPlacement placement() {
        int[] all = IntStream.range(0, samples.count()).toArray();
        return OperationPlacement.of(learner.placement(all, coefficients()));
    }

    Samples samples() {
        return samples;
    }

    /** It knows the samples. */
    Learner learner() {
        return learner;
    }

    /** The coefficients of every update: usual ones. */
    Coefficients coefficients() {
        return Coefficients.at(config.ppo(), 0);
    }

    /** Frees what TensorFlow holds. */
    @Override
    public void close() {
        learner.close();
    }

    /**
     * What learning from an iteration took.
     *
     * @param updates one for each minibatch
     * @param samples of all minibatches
     * @param seconds wall clock
     */
    public record Time(int updates, long samples, double seconds) {
        /** {@return microseconds that an update took} */
        public double microsecondsPerUpdate() {
            return seconds / updates * 1e6;
        }

        /** {@return how often a sample is learned from, a second} */
        public double samplesPerSecond() {
            return samples / seconds;
        }
    }
}
